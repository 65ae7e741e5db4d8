import { connect } from "node:net";

/** Sends bytes to a server as they are and returns all that it sends until it closes. */
export function sendRaw(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let received = "";
    socket.on("data", (data: Buffer) => (received += data.toString("latin1")));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** The status and the JSON body of a raw response. */
export function readRaw(response: string): {
  readonly status: number;
  readonly head: string;
  readonly body: string;
} {
  const [head = "", body = ""] = response.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head: head.toLowerCase(), body };
}
