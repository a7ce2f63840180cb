/** So that the types of images and stylesheets are there before the first build has written its own file. */
/// <reference types="next" />
/// <reference types="next/image-types/global" />
