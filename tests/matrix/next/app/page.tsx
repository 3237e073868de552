import { Field } from "./field";

export default function Home() {
  return (
    <form>
      <Field />
    </form>
  );
}
