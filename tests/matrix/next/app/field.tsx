"use client";

import { useEffect, useState } from "react";
import type {} from "passmuster/types/react";
import "passmuster/element";
import "passmuster/style.css";

export function Field() {
  const [password, setPassword] = useState("");
  const [verdict, setVerdict] = useState("empty");
  useEffect(() => {
    const listen = (event: CustomEvent<{ verdict: string }>) => setVerdict(event.detail.verdict);
    document.addEventListener("passmuster-verdict", listen);
    return () => document.removeEventListener("passmuster-verdict", listen);
  }, []);
  return (
    <>
      <label htmlFor="new">New password</label>
      <input id="new" type="password" autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <pass-muster for="new" />
      <output>{verdict}</output>
    </>
  );
}
