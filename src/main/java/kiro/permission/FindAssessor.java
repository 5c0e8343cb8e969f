package kiro.permission;

import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Tells what `find` could do itself when it does more than find; what it runs are commands of their own.
final class FindAssessor {
    private FindAssessor() {}

    static Assessment assess(ShellCommand find) {
        return find.texts().contains("-delete")
                ? deletes(find)
                : new Assessment(
                        Concern.NOTABLE, "find writes files, or is told what to do as it runs");
    }

    private static Assessment deletes(ShellCommand find) {
        boolean isVital =
                find.arguments().stream()
                        .takeWhile(word -> !word.text().startsWith("-"))
                        .map(ShellWord::text)
                        .anyMatch(text -> Place.of(ShellWord.plain(text)) == Place.VITAL);
        return isVital
                ? new Assessment(Concern.FORBIDDEN, "find would delete what the machine depends on")
                : new Assessment(Concern.PERSONAL, "find deletes whatever it finds");
    }
}
