import type { Metadata } from "next";
import { CodeSamples } from "@/components/api/code-samples";
import { FieldList } from "@/components/api/field-list";
import { OperationHeading } from "@/components/api/operation-heading";
import { ProblemList } from "@/components/api/problem-list";
import { TryIt } from "@/components/api/try-it";
import { CopyCode } from "@/components/ui/copy-code";
import { describeOperation } from "@/lib/api/reference/describe-operations";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";

const operationOf = (id: string) => orNotFound(Promise.resolve().then(() => describeOperation(id)));

export async function generateMetadata({ params }: PageProps<"/docs/api/[operation]">): Promise<Metadata> {
  await pageActor();
  return { title: `${(await operationOf((await params).operation)).summary} · API` };
}

const SECTION = "grid min-w-0 grid-cols-1 gap-3";
const TITLE = "text-tile font-semibold";

export default async function ApiOperationPage({ params }: PageProps<"/docs/api/[operation]">) {
  await pageActor();
  const { operation: id } = await params;
  const operation = await operationOf(id);
  const { parameters, body, answer, problems, samples, access, method, path } = operation;
  return (
    <>
      <OperationHeading operation={operation} />
      {samples.length > 0 ? (
        <section aria-labelledby="example" className={SECTION}>
          <h2 className={TITLE} id="example">
            Example
          </h2>
          <CodeSamples samples={samples} />
        </section>
      ) : null}
      {parameters.length > 0 ? (
        <section aria-labelledby="parameters" className={SECTION}>
          <h2 className={TITLE} id="parameters">
            Parameters
          </h2>
          <FieldList fields={parameters} />
        </section>
      ) : null}
      {body ? (
        <section aria-labelledby="body" className={SECTION}>
          <h2 className={TITLE} id="body">
            Body
          </h2>
          <FieldList fields={body.fields} />
          {samples.length === 0 ? <CopyCode label="the body of an example" text={body.example} /> : null}
        </section>
      ) : null}
      <section aria-labelledby="answer" className={SECTION}>
        <h2 className={TITLE} id="answer">
          Answer
        </h2>
        <p className="text-muted">
          <span className="font-mono text-meta font-semibold text-ink tabular-nums">{answer.status}</span>{" "}
          {answer.types.length === 0 ? "without a body" : answer.types.join(" or ")}
          {answer.isList
            ? ", a page: its things as data, and the address of the next as next. Each of them has:"
            : null}
        </p>
        {answer.fields.length > 0 ? <FieldList fields={answer.fields} /> : null}
      </section>
      <section aria-labelledby="problems" className={SECTION}>
        <h2 className={TITLE} id="problems">
          Problems
        </h2>
        <ProblemList problems={problems} />
      </section>
      {access === "token" || operation.id === "getDocument" ? (
        <section aria-labelledby="try-it" className={SECTION}>
          <h2 className={TITLE} id="try-it">
            Try it
          </h2>
          <TryIt key={id} operation={{ method, path, parameters, access, ...(body ? { body } : {}) }} />
        </section>
      ) : null}
    </>
  );
}
