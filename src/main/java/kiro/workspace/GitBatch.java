package kiro.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kiro.process.Capture;
import kiro.process.Command;

/// Several questions to git which a shell asks, the first at the same time as the others.
///
/// @param end a word that no name of a file can be known to begin with; it stands behind each answer
record GitBatch(String end, List<List<String>> questions) {
    GitBatch {
        questions = questions.stream().map(List::copyOf).toList();
    }

    static GitBatch of(List<List<String>> questions) {
        return new GitBatch(UUID.randomUUID().toString(), questions);
    }

    /// What the shell is to run. It stays where it is, and as it is.
    ///
    /// @param git a call of git without arguments
    String script(Command git) {
        String variables =
                new TreeMap<>(git.environment())
                        .entrySet().stream()
                                .map(each ->
                                        "export %s=%s\n"
                                                .formatted(each.getKey(), quoted(each.getValue())))
                                .collect(Collectors.joining());
        List<String> asking =
                questions.stream()
                        .map(question ->
                                question.stream()
                                        .map(GitBatch::quoted)
                                        .collect(Collectors.joining(" ", "ask ", "")))
                        .toList();
        return """
        there() {
        cd -- %s || exit
        %s}
        ask() { %s "$@" </dev/null; printf '\\0%%s %%d\\0' %s "$?"; }
        %s
        printf '\\0%%s\\0' %s
        """
                .formatted(
                        quoted(git.directory().toString()),
                        variables,
                        quoted(git.argv().getFirst()),
                        quoted(end),
                        line(asking),
                        quoted(end));
    }

    /// What the others print waits in a pipe until the first has been answered.
    private static String line(List<String> asking) {
        String first = asking.getFirst();
        List<String> others = asking.subList(1, asking.size());
        return others.isEmpty()
                ? "( there; %s )".formatted(first)
                : "( there; %s ) | ( there; %s; cat )".formatted(String.join("; ", others), first);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// What stands behind all answers.
    String last() {
        return "\0" + end + "\0";
    }

    /// What was answered to each; empty where not all were asked to the end.
    Optional<List<Capture.Ended>> answers(byte[] all) {
        String printed = new String(all, StandardCharsets.ISO_8859_1);
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
            answers.add(new Capture.Ended(code, Arrays.copyOfRange(all, from, to), ""));
            from = last + 1;
        }
        return Optional.of(List.copyOf(answers));
    }
}
