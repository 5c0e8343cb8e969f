package kiro.hook.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.hook.EventKind;

/// The lines by which a hook of git calls this program. In a script that was there before they stand behind its first line, so
/// that taking them away leaves what was there, to the byte.
final class ThinHook {
    /// The first lines of a script of a shell that understands them.
    private static final Pattern SHELL =
            Pattern.compile(
                    "#!\\s*(\\S*/)?(env\\s+(-S\\s+)?)?(sh|bash|dash|ash|ksh|zsh)(\\s[^\\n]*)?\\n");

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^# >>> kiro hooks \\((new|added|kept)\\).*?^# <<< kiro hooks\\n");

    private static final Pattern FOLDER =
            Pattern.compile("(?m)^    for kiro_file in '(.*)/\\.kiro/");

    private static final String FIRST = "#!/bin/sh\n";

    private ThinHook() {}

    /// How the lines came into a file.
    enum Made {
        /// The file is theirs alone.
        NEW,
        /// They were added to a script.
        ADDED,
        /// The file is theirs, and calls what was there before, which has another name now.
        KEPT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the lines say.
    ///
    /// @param folder of the workspace, from the top of the repository: `.` for itself
    /// @param program how this one is called; empty where others use the file too, who have it elsewhere
    record Call(EventKind kind, String folder, List<String> program) {
        Call {
            program = List.copyOf(program);
        }

        private boolean isShared() {
            return program.isEmpty();
        }
    }

    static boolean isShellScript(String text) {
        return text.indexOf('\0') < 0 && SHELL.matcher(text).lookingAt();
    }

    static boolean isIn(String text) {
        return BLOCK.matcher(text).find();
    }

    static Optional<Made> made(String text) {
        Matcher block = BLOCK.matcher(text);
        return block.find()
                ? Optional.of(Made.valueOf(block.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// The folder of the workspace that a file's lines are about.
    static Optional<String> folder(String text) {
        Matcher folder = FOLDER.matcher(text);
        return isIn(text) && folder.find()
                ? Optional.of(folder.group(1).replace("'\\''", "'"))
                : Optional.empty();
    }

    /// A script of its own.
    static String alone(Call call) {
        return FIRST + block(call, Made.NEW);
    }

    /// A script that then becomes what was there before.
    static String before(Call call, String kept) {
        String quoted = quote(kept);
        return FIRST
                + block(call, Made.KEPT)
                + "[ ! -x \"${0%/*}\"/"
                + quoted
                + " ] || exec \"${0%/*}\"/"
                + quoted
                + " \"$@\"\n";
    }

    /// A script with the lines in it: anew where they are in it already.
    static String with(String script, Call call) {
        Matcher block = BLOCK.matcher(script);
        if (block.find()) {
            return script.substring(0, block.start())
                    + block(call, Made.valueOf(block.group(1).toUpperCase(Locale.ROOT)))
                    + script.substring(block.end());
        }
        int first = script.indexOf('\n') + 1;
        return script.substring(0, first) + block(call, Made.ADDED) + script.substring(first);
    }

    /// What is left without the lines; empty where the file was theirs and has nothing else.
    static Optional<String> without(String script) {
        Matcher block = BLOCK.matcher(script);
        if (!block.find()) {
            return Optional.of(script);
        }
        String rest = script.substring(0, block.start()) + script.substring(block.end());
        return block.group(1).equals("new") && rest.equals(FIRST)
                ? Optional.empty()
                : Optional.of(rest);
    }

    private static String block(Call call, Made made) {
        boolean isGate = call.kind().canBlock();
        boolean readsInput = call.kind() == EventKind.PRE_PUSH;
        String run =
                "kiro_call hooks git --in %s %s -- \"$@\" %s"
                        .formatted(
                                quote(call.folder()),
                                call.kind().word(),
                                isGate ? "|| exit $?" : "|| :");
        List<String> program = call.isShared() ? List.of("kiro") : call.program();
        return template()
                .replace("@MADE@", made.word())
                .replace("@HOOK@", call.kind().word())
                .replace("@FOLDER@", call.folder().replace("'", "'\\''"))
                .replace("@ALWAYS@", isAlways(call.kind()) ? "yes" : "no")
                .replace("@INPUT@", readsInput ? "kiro_input=$(cat)" : ":")
                .replace("@PROGRAM@", quote(program.getFirst()))
                .replace(
                        "@CALL@",
                        program.stream().map(ThinHook::quote).collect(Collectors.joining(" ")))
                .replace("@MISSING@", isGate && !call.isShared() ? "return 1" : "return 0")
                .replace("@RUN@", readsInput ? "printf '%s\\n' \"$kiro_input\" | " + run : run)
                .replace(
                        "@REPLAY@",
                        readsInput ? "exec <<KIRO_INPUT\n$kiro_input\nKIRO_INPUT" : ":");
    }

    /// Whether this program is started though no file names the event: a file that is broken may mean it.
    private static boolean isAlways(EventKind kind) {
        return kind == EventKind.PRE_COMMIT || kind == EventKind.PRE_PUSH;
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String template() {
        try (InputStream stream = ThinHook.class.getResourceAsStream("block.sh")) {
            return new String(
                    Objects.requireNonNull(stream, "block.sh").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
