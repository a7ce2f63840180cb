/** A CSS Module is a map from the class names written in it to the ones the bundler made of them. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

/** The text of a stylesheet, for the test that measures it. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}

/** The few rules that a chart's canvas needs around itself. */
declare module 'uplot/dist/uPlot.min.css';
