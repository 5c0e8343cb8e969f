package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// The folders of the workspace that a line may be in after its `cd`s. Which of them a command runs in its place in the line
/// alone does not tell, as a `cd` in parentheses ends with them, so that every one counts.
final class FoldersOfLine {
    private static final int MOST = 8;

    private final List<String> folders = new ArrayList<>();

    /// What a command does, seen from each of the folders.
    List<Facet> seen(ShellCommand command, ProgramAssessor programs) {
        var all = new ArrayList<>(programs.assess(command));
        for (String folder : folders) {
            for (Facet facet : programs.assess(moved(command, folder))) {
                if (facet.capability() == Capability.SHELL) {
                    all.replaceAll(own ->
                            own.capability() == Capability.SHELL
                                    ? own.with(own.reach().and(facet.reach()))
                                    : own);
                } else if (all.stream()
                        .noneMatch(own ->
                                own.subject().equals(facet.subject())
                                        && own.capability() == facet.capability())) {
                    all.add(facet);
                }
            }
        }
        return all;
    }

    /// Git and `find` begin in the folder that they run in, where they are given none.
    private static ShellCommand moved(ShellCommand command, String folder) {
        List<ShellWord> first =
                switch (command.program()) {
                    case "git" -> List.of(ShellWord.plain("-C"), ShellWord.plain(folder));
                    case "find" ->
                            command.texts().stream().limit(1).allMatch(text -> text.startsWith("-"))
                                    ? List.of(ShellWord.plain(folder))
                                    : List.of();
                    default -> List.of();
                };
        if (first.isEmpty()) {
            return command.movedInto(folder);
        }
        var words = new ArrayList<>(command.words());
        words.addAll(1, first);
        return new ShellCommand(words, command.read(), command.written(), command.input());
    }

    void enter(ShellCommand command) {
        boolean isMove = command.program().equals("cd") || command.program().equals("pushd");
        if (!isMove || folders.size() >= MOST) {
            return;
        }
        for (ShellWord place : command.operands()) {
            if (Place.of(place) == Place.INSIDE) {
                var further = new ArrayList<String>();
                folders.forEach(
                        folder -> further.add(Place.normalized(folder + "/" + place.text())));
                folders.add(Place.normalized(place.text()));
                folders.addAll(further);
            }
        }
    }
}
