package kiro.permission;

import java.util.List;
import java.util.stream.Stream;
import kiro.permission.shell.ShellWord;

/// The paths that a part of a command line may come to, as far as its words tell: for the rules that deny and ask.
///
/// @param written may be changed, or hold what is
/// @param swept those of them that are changed with all that is in them
/// @param read may be read, or hold what is
/// @param targets those that are changed for certain, if the command does what it says
/// @param walked folders that are shown with all that is in them
/// @param showsHistory whether it shows what git has kept of files
record Reach(
        List<String> written,
        List<String> swept,
        List<String> read,
        List<String> targets,
        List<String> walked,
        boolean showsHistory) {
    static final Reach NONE =
            new Reach(List.of(), List.of(), List.of(), List.of(), List.of(), false);

    private static final String WHOLE = ".";

    Reach {
        written = List.copyOf(written);
        swept = List.copyOf(swept);
        read = List.copyOf(read);
        targets = List.copyOf(targets);
        walked = List.copyOf(walked);
    }

    static Reach ofWriting(List<String> paths, List<String> targets) {
        return new Reach(paths, List.of(), List.of(), targets, List.of(), false);
    }

    static Reach ofLooking(List<String> folders, boolean showsHistory) {
        return new Reach(List.of(), List.of(), List.of(), List.of(), folders, showsHistory);
    }

    static Reach ofFile(Capability capability, ShellWord file) {
        List<String> paths = paths(file).filter(path -> !path.equals(WHOLE)).toList();
        return switch (capability) {
            case FS_WRITE -> new Reach(paths, List.of(), List.of(), List.of(), List.of(), false);
            case FS_READ -> new Reach(List.of(), List.of(), paths, List.of(), List.of(), false);
            case SHELL, WEB_FETCH, MCP, SUBAGENT -> NONE;
        };
    }

    /// The paths that a word may name, as a whole or in a part of it.
    static Stream<String> paths(ShellWord word) {
        return Stream.concat(Stream.of(word.text()), Place.paths(word))
                .map(Place::normalized)
                .distinct();
    }

    Reach sweeping(List<String> folders) {
        return new Reach(written, folders, read, targets, walked, showsHistory);
    }

    /// With the files that are in what is swept.
    Reach within(HeldByFolders folders) {
        List<String> all =
                Stream.concat(
                                written.stream(),
                                swept.stream().flatMap(path -> folders.in(path).stream()))
                        .distinct()
                        .toList();
        return new Reach(all, swept, read, targets, walked, showsHistory);
    }

    Reach and(Reach other) {
        return new Reach(
                Stream.concat(written.stream(), other.written.stream()).distinct().toList(),
                Stream.concat(swept.stream(), other.swept.stream()).distinct().toList(),
                Stream.concat(read.stream(), other.read.stream()).distinct().toList(),
                other.targets.isEmpty() ? targets : other.targets,
                Stream.concat(walked.stream(), other.walked.stream()).distinct().toList(),
                showsHistory || other.showsHistory);
    }
}
