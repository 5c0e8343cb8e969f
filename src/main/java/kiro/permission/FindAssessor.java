package kiro.permission;

import java.util.ArrayList;
import java.util.List;

/// Tells what `find` could do when it does more than find.
final class FindAssessor {
    private static final List<String> RUNNING = List.of("-exec", "-execdir", "-ok", "-okdir");

    private FindAssessor() {}

    static Assessment assess(ShellCommand find) {
        var all = new ArrayList<Assessment>();
        List<ShellWord> words = find.arguments();
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            if (RUNNING.contains(text)) {
                all.add(run(find, words.subList(i + 1, words.size())));
            } else if (text.equals("-delete")) {
                all.add(deletes(find));
            }
        }
        return Assessment.worst(
                all,
                new Assessment(
                        Concern.NOTABLE, "find writes files, or is told what to do as it runs"));
    }

    /// Of what is run nothing is known but its name and its options: the files come from find.
    private static Assessment run(ShellCommand find, List<ShellWord> after) {
        var words = new ArrayList<ShellWord>();
        for (ShellWord word : after) {
            if (word.text().equals(";") || word.text().equals("+")) {
                break;
            }
            words.add(word.text().contains("{}") ? new ShellWord("{}", true, false) : word);
        }
        try {
            return new ShellUnwrapper(1)
                    .unwrap(find.withWords(words)).stream()
                            .map(ProgramAssessor::assess)
                            .reduce(
                                    new Assessment(Concern.SMALL, "find only looks"),
                                    Assessment::orWorse);
        } catch (ShellScanner.NotUnderstood fault) {
            return new Assessment(Concern.PERSONAL, "find runs something with " + fault.what());
        }
    }

    private static Assessment deletes(ShellCommand find) {
        boolean isVital =
                find.arguments().stream()
                        .takeWhile(word -> !word.text().startsWith("-"))
                        .anyMatch(word -> Place.of(word) == Place.VITAL);
        return isVital
                ? new Assessment(Concern.FORBIDDEN, "find would delete what the machine depends on")
                : new Assessment(Concern.PERSONAL, "find deletes whatever it finds");
    }
}
