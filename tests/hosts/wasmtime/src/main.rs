//! The plain wasm in a Rust host: answers every line of conformance/ by dist/core/passmuster.wasm, and says which differ.
//! The interface is told in crates/core/README.md.

use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};
use wasmtime::{Engine, Instance, Memory, Module, Store, TypedFunc};

/// How much a logarithm may differ.
const TOLERANCE: f64 = 1e-9;

struct Passmuster {
    store: Store<()>,
    memory: Memory,
    alloc: TypedFunc<i32, i32>,
    judge: TypedFunc<(i32, i32), i64>,
    generate: TypedFunc<(i32, i32), i64>,
    free: TypedFunc<i32, ()>,
}

impl Passmuster {
    fn load(path: &Path) -> wasmtime::Result<Self> {
        let engine = Engine::default();
        let module = Module::new(&engine, fs::read(path)?)?;
        let mut store = Store::new(&engine, ());
        let instance = Instance::new(&mut store, &module, &[])?;
        Ok(Self {
            memory: instance.get_memory(&mut store, "memory").expect("the wasm exports its memory"),
            alloc: instance.get_typed_func(&mut store, "passmuster_alloc")?,
            judge: instance.get_typed_func(&mut store, "passmuster_judge")?,
            generate: instance.get_typed_func(&mut store, "passmuster_generate")?,
            free: instance.get_typed_func(&mut store, "passmuster_free")?,
            store,
        })
    }

    fn call(&mut self, generate: bool, request: &Value) -> wasmtime::Result<Value> {
        let request = request.to_string();
        let length = request.len() as i32;
        let pointer = self.alloc.call(&mut self.store, length)?;
        self.memory.write(&mut self.store, pointer as u32 as usize, request.as_bytes())?;
        let function = if generate { &self.generate } else { &self.judge };
        let packed = function.call(&mut self.store, (pointer, length))? as u64;
        let (start, length) = ((packed >> 32) as usize, packed as u32 as usize);
        let answer = serde_json::from_slice(&self.memory.data(&self.store)[start..start + length]);
        self.free.call(&mut self.store, start as i32)?;
        Ok(answer.expect("an answer is JSON"))
    }
}

/// Whether two answers are the same, numbers within the tolerance.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= TOLERANCE,
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

fn main() -> ExitCode {
    let root = env::args().nth(1).expect("the first argument is the folder of the repository");
    let root = Path::new(&root);
    let mut muster = Passmuster::load(&root.join("dist/core/passmuster.wasm")).expect("the plain wasm runs");
    let (mut lines, mut wrong) = (0, 0);
    for entry in fs::read_dir(root.join("conformance")).expect("there is a folder conformance/") {
        let path = entry.expect("its files can be listed").path();
        if path.extension().is_none_or(|end| end != "jsonl") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (line, number) in fs::read_to_string(&path).expect("a file of lines").lines().zip(1..) {
            let mut request: Value = serde_json::from_str(line).expect("a line is JSON");
            let fields = request.as_object_mut().expect("a line is an object");
            fields.shift_remove("unicode");
            let expected = fields.shift_remove("expected").expect("a line has its answer");
            let answer = muster.call(name == "generate.jsonl", &request).expect("no call traps");
            lines += 1;
            if !same(&answer, &expected) {
                wrong += 1;
                eprintln!("{name}, line {number}:\n{answer}\n{expected}");
            }
        }
    }
    println!("{lines} lines under Wasmtime in Rust, {wrong} with another answer");
    if wrong == 0 && lines > 800 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
