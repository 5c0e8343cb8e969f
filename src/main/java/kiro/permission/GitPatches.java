package kiro.permission;

import java.util.List;
import java.util.regex.Pattern;

/// Tells of a git command, by its options, whether it shows contents that git has kept, or brings them to other names. Git takes any
/// beginning of a long option's name for the name.
final class GitPatches {
    /// Options of commands that list commits, with which they show names and numbers of files at most.
    private static final Pattern LISTING =
            Pattern.compile(
                    "-n.*|-\\d+|-[zqsinegEFPw]+|--oneline|--(no-)?graph|--(no-)?decorate.*|--all|--(no-)?color.*"
                            + "|--(no-)?(merges|patch|abbrev.*|renames|notes|walk.*|expand-tabs)|--(max-count|skip|since|until|after|before|author|committer"
                            + "|grep|date|pretty|format|branches|tags|remotes|glob|exclude|diff-filter|encoding)(=.*)?|--(short|num|dir)?stat.*|--summary"
                            + "|--name-(only|status)|--reverse|--first-parent|--topo-order|--date-order|--author-date-order|--full-history|--simplify-.*|--left-right"
                            + "|--cherry.*|--boundary|--follow|--count|--invert-grep|--all-match|--walk-reflogs|--relative-date|--summary|--email|--numbered|--find-.*");

    private GitPatches() {}

    /// @param words all behind the command
    static boolean areShown(String command, List<String> words) {
        return switch (command) {
            case "log", "shortlog", "reflog", "rev-list" ->
                    words.stream()
                            .takeWhile(word -> !word.equals("--"))
                            .anyMatch(word ->
                                    word.startsWith("-") && !LISTING.matcher(word).matches());
            case "reset" -> isOfTree(words) || any(words, command);
            default -> any(words, command);
        };
    }

    private static boolean any(List<String> words, String command) {
        return words.stream().anyMatch(word -> isShown(command, word));
    }

    private static boolean isShown(String command, String word) {
        return switch (command) {
            case "commit" ->
                    word.matches("-[a-zA-Z&&[^mFCctSu]]*[vp].*")
                            || isLong(word, "--verbose")
                            || isPatch(word);
            case "status" -> word.matches("-[a-zA-Z&&[^u]]*v.*") || isLong(word, "--verbose");
            case "add" ->
                    word.matches("-[a-zA-Z]*[pie].*") || isPatch(word) || isLong(word, "--edit");
            case "checkout", "reset" -> word.matches("-[a-zA-Z&&[^bB]]*p.*") || isPatch(word);
            case "merge", "pull", "cherry-pick", "revert", "rebase" ->
                    word.matches("(-X|-s|--strat.*=)?subtree(=.*)?") || word.startsWith("--show");
            case "tag" -> word.contains("%(raw");
            case "notes" -> word.matches("-[cC].*|--reu.*|--ree.*|copy|show");
            default -> false;
        };
    }

    /// Files of a tree that is named by its number come to other names.
    private static boolean isOfTree(List<String> words) {
        List<String> names = words.stream().filter(word -> !word.startsWith("-")).toList();
        return names.size() > 1 && names.getFirst().matches("[0-9a-fA-F]{4,64}|.*:.*|.*\\^\\{.*");
    }

    private static boolean isPatch(String word) {
        return isLong(word, "--patch") || isLong(word, "--interactive");
    }

    private static boolean isLong(String word, String name) {
        return word.length() > 3 && name.startsWith(word);
    }
}
