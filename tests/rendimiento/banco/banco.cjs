// Una celda del banco con un motor de npm: lo mismo que celda.py, con los mismos argumentos.
// node banco.cjs MOTOR PLANTILLA DATOS SALIDAS
"use strict";
const fs = require("fs");
const path = require("path");

const CALENTAR = 1000, MEDIR = 2500, MINIMO = 15;

const MOTORES = {
  docxtemplater(plantilla) {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    const fuente = fs.readFileSync(plantilla);
    return async (datos) => {
      const documento = new Docxtemplater(new PizZip(fuente), { paragraphLoop: true });
      documento.render(datos);
      return documento.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"(plantilla) {
    const { TemplateHandler } = require("easy-template-x");
    const fuente = fs.readFileSync(plantilla);
    const motor = new TemplateHandler();
    return (datos) => motor.process(fuente, datos);
  },
  carbone(plantilla) {
    const carbone = require("carbone");
    return (datos) => new Promise((bien, mal) => {
      carbone.render(plantilla, datos, (error, salida) => (error ? mal(error) : bien(salida)));
    });
  },
};

async function repetir(tarea, tope, minimo) {
  const tiempos = [];
  for (let suma = 0; suma < tope || tiempos.length < minimo; suma += tiempos.at(-1)) {
    const inicio = process.hrtime.bigint();
    await tarea();
    tiempos.push(Number(process.hrtime.bigint() - inicio) / 1e6);
  }
  return tiempos;
}

function mediana(tiempos) {
  const orden = [...tiempos].sort((a, b) => a - b);
  const medio = orden.length / 2;
  return (orden[Math.ceil(medio) - 1] + orden[Math.floor(medio)]) / 2;
}

function pico() {
  // maxRSS no sirve: en Linux el hijo hereda el pico de quien lo lanzó.
  if (!fs.existsSync("/proc/self/status")) return null;
  const estado = fs.readFileSync("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(estado)[1]) / 1024;
}

async function principal(nombre, plantilla, archivo, salidas) {
  const documentos = JSON.parse(fs.readFileSync(archivo, "utf8"));
  const rendir = MOTORES[nombre](path.resolve(plantilla));
  let turno = 0;
  const tarea = () => rendir(documentos[turno++ % documentos.length]);
  await repetir(tarea, CALENTAR, 3);
  const tiempos = await repetir(tarea, MEDIR, MINIMO);
  const resultado = { ms: mediana(tiempos), n: tiempos.length, compilar: null, pico: pico() };
  for (const [n, datos] of documentos.entries()) {
    fs.writeFileSync(path.join(salidas, `${n}.docx`), await rendir(datos));
  }
  console.log(JSON.stringify(resultado));
  process.exit(0);  // carbone deja abierto su conversor
}

principal(...process.argv.slice(2)).catch((error) => {
  console.error(String((error && error.message) || error).split("\n")[0]);
  process.exit(1);
});
