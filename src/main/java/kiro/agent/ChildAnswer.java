package kiro.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import kiro.model.TaggedText;
import kiro.workspace.WorkspacePath;

/// What whoever gave the work is told of it: the last words of the child, not longer than needed, and what it changed.
///
/// @param agent its name; empty where it has none
record ChildAnswer(String child, String agent) {
    private static final String OPEN = "not done by it: ";
    private static final int LONGEST = 12_000;
    private static final int MOST_LISTED = 20;

    String of(String words, List<WorkspacePath> changed, List<UndoneCall> undone) {
        String open =
                undone.isEmpty()
                        ? ""
                        : OPEN
                                + undone.stream()
                                        .limit(MOST_LISTED)
                                        .map(call -> call.subject() + " (" + call.reason() + ")")
                                        .collect(Collectors.joining("; "))
                                + "\n";
        return (render(bounded(words)) + changed(changed) + open).stripTrailing();
    }

    /// What an answer says was not done; the whole of it where it says nothing of that.
    static String open(String answer) {
        return answer.lines().filter(line -> line.startsWith(OPEN)).findFirst().orElse(answer);
    }

    /// Why it did not come to its end.
    String unable(String reason, List<WorkspacePath> changed) {
        return ("the agent did not come to its end: " + bounded(reason) + "\n" + changed(changed))
                .stripTrailing();
    }

    private String render(String words) {
        var names = new LinkedHashMap<String, String>();
        names.put("child", child);
        if (!agent.isEmpty()) {
            names.put("agent", agent);
        }
        return TaggedText.of("answer", names, words.isBlank() ? "(nothing said)" : words).render();
    }

    private static String changed(List<WorkspacePath> changed) {
        return changed.isEmpty()
                ? ""
                : "changed by it: "
                        + changed.stream()
                                .limit(MOST_LISTED)
                                .map(WorkspacePath::value)
                                .collect(Collectors.joining(", "))
                        + (changed.size() > MOST_LISTED
                                ? " and %d more".formatted(changed.size() - MOST_LISTED)
                                : "")
                        + "\n";
    }

    private static String bounded(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        return words.substring(0, LONGEST / 2)
                + "\n[... %,d characters are left out ...]\n".formatted(words.length() - LONGEST)
                + words.substring(words.length() - LONGEST / 2);
    }
}
