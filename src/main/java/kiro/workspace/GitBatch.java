package kiro.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kiro.process.Capture;

/// Several questions to git which a shell asks, the first at the same time as the others. To start a process from here costs more than git
/// takes to answer in a small repository.
///
/// @param end a word that no name of a file can be known to begin with; it stands behind each answer
record GitBatch(String end, List<List<String>> questions) {
    private static final Path SHELL = Path.of("/bin/sh");

    GitBatch {
        questions = questions.stream().map(List::copyOf).toList();
    }

    static GitBatch of(List<List<String>> questions) {
        return new GitBatch(UUID.randomUUID().toString(), questions);
    }

    static boolean isPossible() {
        return Files.isExecutable(SHELL);
    }

    /// The command line that asks them.
    ///
    /// @param git the program
    List<String> argv(String git) {
        List<String> asking =
                questions.stream()
                        .map(question ->
                                question.stream()
                                        .map(GitBatch::quoted)
                                        .collect(Collectors.joining(" ", "ask ", "")))
                        .toList();
        String script = "ask() { \"$0\" \"$@\"; printf '\\0%s %d\\0' \"$end\" \"$?\"; }\n";
        return List.of(
                SHELL.toString(),
                "-c",
                "end=%s\n%s%s\n".formatted(quoted(end), script, line(asking)),
                git);
    }

    /// What the others print waits in a pipe until the first has been answered.
    private static String line(List<String> asking) {
        String first = asking.getFirst();
        List<String> others = asking.subList(1, asking.size());
        return others.isEmpty()
                ? first
                : "{ %s; } | { %s </dev/null; cat; }".formatted(String.join("; ", others), first);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// What was answered to each; empty where not all were asked to the end.
    Optional<List<Capture.Ended>> answers(Capture.Ended all) {
        String printed = new String(all.output(), StandardCharsets.ISO_8859_1);
        String behind = "\0" + end + " ";
        var answers = new ArrayList<Capture.Ended>();
        int from = 0;
        while (answers.size() < questions.size()) {
            int to = printed.indexOf(behind, from);
            int last = printed.indexOf('\0', to + behind.length());
            if (to < 0 || last < 0) {
                return Optional.empty();
            }
            int code = Integer.parseInt(printed.substring(to + behind.length(), last));
            byte[] output = Arrays.copyOfRange(all.output(), from, to);
            answers.add(new Capture.Ended(code, output, all.errors()));
            from = last + 1;
        }
        return Optional.of(List.copyOf(answers));
    }
}
