'use client';
import type { Catalogue } from '@intray/core';
import { Download, FileUp, Play, Square } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { useCatalogue } from '../../desk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import css from '../drafting/Drafting.module.css';
import { Trouble } from '../Trouble.tsx';
import own from './Importing.module.css';
import { MappingFields } from './MappingFields.tsx';
import { mappingOf } from './mapping-form.ts';
import { saveFile } from './saveFile.ts';
import { type Run, type Sample, useImport } from './useImport.ts';
import { words } from './words.ts';

/** Work from a file: chosen, mapped, checked row by row, and only then sent. */
export function Importing() {
  const { data, error, isFetching, refetch } = useCatalogue();
  if (data) return <Wizard catalogue={data} />;
  return error ? (
    <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
  ) : (
    <SkeletonRows label={words.title} rows={8} />
  );
}

function Wizard({ catalogue }: { readonly catalogue: Catalogue }) {
  const importing = useImport(catalogue);
  const { file, sample, form, mapping, fault, run, trouble } = importing;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={css.area}>
      <header className={css.bar}>
        <h2>{words.title}</h2>
        {file && (
          <span className={css.sentence} title={file.name}>
            {file.name}
          </span>
        )}
        <div className={css.end}>
          <FileInput input={input} onChoose={importing.choose} />
          {file && (
            <Button icon={FileUp} disabled={run?.running ?? false} onClick={() => input.current?.click()}>
              {words.other}
            </Button>
          )}
        </div>
      </header>
      <div className={css.main}>
        {file === undefined && (
          <EmptyState
            icon={FileUp}
            title={words.none}
            action={
              <Button kind="primary" icon={FileUp} onClick={() => input.current?.click()}>
                {words.file}
              </Button>
            }
          >
            {words.why}
          </EmptyState>
        )}
        {trouble && (
          <p role="alert" className={own.trouble}>
            {sample ? words.failed : words.unreadable}: {words.because(trouble)}
          </p>
        )}
        {form && sample && (
          <div className={css.form}>
            <Rows sample={sample} />
            <fieldset className={own.mapping} disabled={run?.running ?? false}>
              <legend>{words.mapping}</legend>
              <MappingFields
                form={form}
                columns={sample.columns}
                catalogue={catalogue}
                onChange={importing.change}
              />
            </fieldset>
            {fault && (
              <p role="alert" className={own.trouble}>
                {words.because(fault)}
              </p>
            )}
            <div className={css.line}>
              <Button
                disabled={mapping === undefined || run?.running === true}
                kind={run ? 'quiet' : 'primary'}
                onClick={importing.check}
              >
                {words.check}
              </Button>
              <Button
                icon={Download}
                disabled={mapping === undefined}
                onClick={() =>
                  // JSON is YAML, which the command reads.
                  saveFile('mapping.yaml', `${JSON.stringify(mappingOf(form), undefined, 2)}\n`, 'text/yaml')
                }
              >
                {words.saveMapping}
              </Button>
            </div>
            {run && <Progress run={run} importing={importing} />}
          </div>
        )}
      </div>
    </div>
  );
}

interface FileInputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChoose: (file: File) => void;
}

const FileInput = ({ input, onChoose }: FileInputProps) => (
  <input
    ref={input}
    type="file"
    accept=".csv,.jsonl,.ndjson"
    aria-label={words.file}
    className="visually-hidden"
    tabIndex={-1}
    onChange={(event) => {
      const [chosen] = event.target.files ?? [];
      if (chosen) onChoose(chosen);
      event.target.value = '';
    }}
  />
);

function Rows({ sample }: { readonly sample: Sample }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={own.scroller} aria-label={words.sample} tabIndex={0}>
      <table className={own.table}>
        <caption>{words.sample}</caption>
        <thead>
          <tr>
            {sample.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row, n) => (
            <tr key={n}>
              {sample.columns.map((column) => {
                const text = row[column] === undefined ? '' : String(row[column]);
                return (
                  <td key={column} title={text}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ProgressProps {
  readonly run: Run;
  readonly importing: ReturnType<typeof useImport>;
}

function Progress({ run, importing }: ProgressProps) {
  const { kind, running, complete, state, share, rejects } = run;
  const { created = 0, alreadyThere = 0, rejected = 0 } = state ?? {};
  const title = running ? words.running : complete ? words.done : words.stopped;
  const checked = kind === 'check' && complete;
  return (
    <section className={css.card} aria-label={title}>
      <p role="status">
        {kind === 'send' && <strong>{title} </strong>}
        {kind === 'send' ? words.counts(created, alreadyThere, rejected) : words.checked(created, rejected)}
      </p>
      <progress className={own.progress} aria-label={title} max={1} value={share} />
      <div className={css.line}>
        {running && (
          <Button icon={Square} onClick={importing.stop}>
            {words.stop}
          </Button>
        )}
        {checked && created > 0 && (
          <Button kind="primary" icon={Play} onClick={importing.send}>
            {words.send}
          </Button>
        )}
        {kind === 'send' && !running && !complete && (
          <Button kind="primary" icon={Play} onClick={importing.goOn}>
            {words.goOn}
          </Button>
        )}
        {rejected > 0 && !running && (
          <Button icon={Download} onClick={() => saveFile('rejects.csv', rejects.file(), 'text/csv')}>
            {words.saveRejects}
          </Button>
        )}
      </div>
      {rejects.first.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className={own.scroller} aria-label={words.rejects} tabIndex={0}>
          <table className={own.table}>
            <caption>
              {words.rejects}
              {rejected > rejects.first.length && ` · ${words.firstOf(rejects.first.length)}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.reason}</th>
                <th scope="col">{words.row}</th>
              </tr>
            </thead>
            <tbody>
              {rejects.first.map(({ line, reason, raw }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td title={words.because(reason)}>{words.because(reason)}</td>
                  <td title={raw}>{raw}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
