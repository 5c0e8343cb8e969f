package kiro.tool.builtin;

import java.util.Optional;
import java.util.stream.Stream;

/// Options of git commands that show contents of files which patterns of paths do not leave out, or bring them to other names. Git takes
/// any beginning of a long option's name for the name.
final class PatchOption {
    private PatchOption() {}

    /// The command with such an option; empty where there is none.
    static Optional<String> in(String command, GitWords words) {
        Stream<String> all =
                Stream.concat(
                        words.options().stream(),
                        words.names().stream()
                                .filter(name -> name.matches("subtree(=.*)?|.*%\\(raw.*")));
        return all.filter(option -> shows(command, option))
                .findFirst()
                .map(option -> command + " " + option);
    }

    private static boolean shows(String command, String option) {
        return switch (command) {
            case "log", "show", "diff", "shortlog" ->
                    option.startsWith("--fol")
                            || option.startsWith("--full-d")
                            || option.startsWith("-L");
            case "stash" -> option.matches("-[a-zA-Z]*p.*") || isLong(option, "--patch");
            case "add" ->
                    option.matches("-[a-zA-Z]*[pie].*")
                            || isLong(option, "--patch")
                            || isLong(option, "--interactive")
                            || isLong(option, "--edit");
            case "checkout", "reset", "restore" ->
                    option.matches("-[a-zA-Z&&[^bBs]]*p.*") || isLong(option, "--patch");
            case "commit" ->
                    option.matches("-[a-zA-Z&&[^mFCctSu]]*[vp].*")
                            || isLong(option, "--verbose")
                            || isLong(option, "--patch")
                            || isLong(option, "--interactive")
                            || isLong(option, "--dry-run");
            case "status" -> option.matches("-[a-zA-Z&&[^u]]*v.*") || isLong(option, "--verbose");
            case "merge", "pull", "cherry-pick", "revert", "rebase" ->
                    option.matches("(-X|-s|--strat.*=)?subtree(=.*)?")
                            || option.startsWith("--show");
            case "tag" -> option.contains("%(raw");
            default -> false;
        };
    }

    private static boolean isLong(String option, String name) {
        return option.length() > 3 && name.startsWith(GitWords.name(option));
    }
}
