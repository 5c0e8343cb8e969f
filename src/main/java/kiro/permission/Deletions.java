package kiro.permission;

import java.util.List;
import java.util.Optional;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Tells what a deleting command could do.
final class Deletions {
    private Deletions() {}

    static Assessment assess(ShellCommand command) {
        String program = command.program();
        boolean isRecursive =
                command.texts().stream()
                        .anyMatch(text -> text.matches("-[a-zA-Z]*[rR][a-zA-Z]*|--r.*"));
        if (command.texts().stream().anyMatch(text -> text.startsWith("--no-preserve"))) {
            return new Assessment(Concern.FORBIDDEN, program + " would delete the root folder");
        }
        List<ShellWord> files = command.operands();
        return Assessment.worst(
                files.stream().map(file -> file(program, file, isRecursive)).toList(),
                new Assessment(Concern.GRAVE, program + " deletes files"));
    }

    private static Assessment file(String program, ShellWord file, boolean isRecursive) {
        String what = program + " deletes " + file.text();
        Optional<Concern> special =
                switch (Place.of(file)) {
                    case VITAL, DEVICE -> Optional.of(Concern.FORBIDDEN);
                    case WHOLE, OUTSIDE -> Optional.of(Concern.PERSONAL);
                    case UNKNOWN -> Optional.of(isRecursive ? Concern.PERSONAL : Concern.GRAVE);
                    case INSIDE, TEMPORARY, STREAM -> Optional.empty();
                };
        return new Assessment(special.orElse(Concern.GRAVE), what);
    }
}
