import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How long it takes from the first word of a reply on the wire to the same word on a terminal, in milliseconds. The terminal is
/// one of `script`, and this program is the model, the person and the clock.
///
/// `java FirstWord.java FORM COMMAND` with a form of `WireServer.Reply`; the address of the server takes the place of `URL` in
/// the values of the environment.
final class FirstWord {
    private static final String WORD = "Quintessence";
    private static final int SECONDS = 60;

    private final WireServer.Reply form;
    private final CompletableFuture<Long> sent = new CompletableFuture<>();
    private final CompletableFuture<Void> shown = new CompletableFuture<>();

    private FirstWord(WireServer.Reply form) {
        this.form = form;
    }

    public static void main(String[] args) throws Exception {
        var bench = new FirstWord(WireServer.Reply.valueOf(args[0]));
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> bench.serve(socket));
            long nanos = bench.talk(args[1], "http://127.0.0.1:" + socket.getLocalPort());
            System.out.printf("%.1f%n", nanos / 1e6);
        }
    }

    private void serve(ServerSocket socket) {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> answer(connection));
            }
        } catch (IOException closed) {
            // The word was shown.
        }
    }

    /// The word, and the rest once it was shown: what comes later must not push it out.
    private void answer(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            while (!WireServer.line(in).isEmpty()) {
                WireServer.skipRequest(in);
                byte[] all = form.body(0);
                byte[] word = form.piece(WORD + " ");
                out.write(form.head(all.length + word.length));
                for (byte[] each : form.beginning()) {
                    out.write(each);
                }
                out.flush();
                // A model thinks before its first word.
                Thread.sleep(300);
                sent.complete(System.nanoTime());
                out.write(word);
                out.flush();
                shown.get(SECONDS, TimeUnit.SECONDS);
                for (byte[] each : form.end()) {
                    out.write(each);
                }
                out.flush();
            }
        } catch (Exception gone) {
            shown.completeExceptionally(gone);
        }
    }

    private long talk(String command, String url) throws Exception {
        var builder = new ProcessBuilder("script", "-qefc", command, "/dev/null");
        for (Map.Entry<String, String> each : builder.environment().entrySet()) {
            each.setValue(each.getValue().replace("URL", url));
        }
        builder.environment().put("TERM", "xterm-256color");
        Process terminal = builder.redirectErrorStream(true).start();
        try (InputStream in = terminal.getInputStream();
                OutputStream keys = terminal.getOutputStream()) {
            var seen = new StringBuilder();
            until(in, seen, "interactive, session");
            keys.write("hello\r".getBytes(StandardCharsets.US_ASCII));
            keys.flush();
            long at = until(in, seen, WORD);
            shown.complete(null);
            long began = sent.get(SECONDS, TimeUnit.SECONDS);
            keys.write("/quit\r".getBytes(StandardCharsets.US_ASCII));
            keys.flush();
            while (in.read(new byte[4096]) >= 0) {
                // What is left is of no interest.
            }
            return at - began;
        } finally {
            terminal.destroy();
        }
    }

    /// Reads until a text is on the screen; answers when.
    private static long until(InputStream in, StringBuilder seen, String text) throws IOException {
        byte[] some = new byte[65_536];
        while (seen.indexOf(text) < 0) {
            int count = in.read(some);
            if (count < 0) {
                throw new IOException("'" + text + "' was not shown:\n" + seen);
            }
            seen.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
        }
        return System.nanoTime();
    }
}
