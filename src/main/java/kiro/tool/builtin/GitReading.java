package kiro.tool.builtin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A git command that can be used to look, and the options with which it does nothing else.
///
/// @param options exact names, without values
/// @param listing for a command that makes things when it is given a name: the options with which a name
///     only selects
/// @param guards options that keep it from running programs
record GitReading(Set<String> options, Optional<Set<String>> listing, List<String> guards) {
    private static final Pattern SHORT_WITH_VALUE =
            Pattern.compile("-\\d+|-[nU]\\d*|-[MC](\\d+%?)?|-[SGL].*");
    private static final Pattern SIGNATURE = Pattern.compile("%G");

    private static final String OF_DIFFS =
            "--stat --shortstat --numstat --dirstat --summary --name-only --name-status --cached --staged"
                    + " -p --patch -u --unified --no-patch -s -w --ignore-all-space -b --ignore-space-change"
                    + " --ignore-blank-lines --find-renames --find-copies --no-renames -R --raw --minimal"
                    + " --patience --histogram --word-diff --color --no-color --text -a --diff-filter --relative"
                    + " --exit-code --quiet -q --check -z --full-index --merge-base --no-prefix"
                    + " --function-context -W --abbrev --diff-algorithm --compact-summary -m -c --cc";
    private static final String OF_LOGS =
            " --oneline --max-count --skip --since --until --after --before --author --committer --grep -i -E"
                    + " --all --branches --tags --remotes --graph --decorate --no-decorate --no-merges --merges"
                    + " --reverse --follow --first-parent --date --pretty --format --abbrev-commit --left-right"
                    + " --cherry-pick --topo-order --date-order --full-history --walk-reflogs -g";
    private static final List<String> NO_PROGRAMS = List.of("--no-ext-diff", "--no-textconv");

    /// A repository within this one has settings of its own, by which it could run programs.
    private static final String NOT_INTO_OTHERS = "--ignore-submodules=dirty";

    private static final List<String> NO_PROGRAMS_AT_ALL =
            Stream.concat(NO_PROGRAMS.stream(), Stream.of(NOT_INTO_OTHERS)).toList();

    private static final Map<String, GitReading> COMMANDS =
            Map.ofEntries(
                    Map.entry("diff", of(OF_DIFFS, NO_PROGRAMS_AT_ALL)),
                    Map.entry("log", of(OF_DIFFS + OF_LOGS, NO_PROGRAMS)),
                    Map.entry("show", of(OF_DIFFS + OF_LOGS, NO_PROGRAMS)),
                    Map.entry(
                            "status",
                            of(
                                    "-s --short -b --branch -sb --porcelain -z -u -uno -uall -unormal"
                                            + " --untracked-files --ignored --long --show-stash",
                                    List.of(NOT_INTO_OTHERS))),
                    Map.entry(
                            "blame",
                            of(
                                    "-w -l -s -e -f -n -t -p --porcelain --line-porcelain --show-email"
                                            + " --date --root --abbrev",
                                    List.of("--no-textconv"))),
                    Map.entry(
                            "ls-files",
                            of(
                                    "-c --cached -o --others -m --modified -d --deleted -i --ignored"
                                            + " --exclude-standard -s --stage -t -z -u --unmerged --full-name"
                                            + " --error-unmatch --eol",
                                    List.of())),
                    Map.entry(
                            "ls-tree",
                            of("-r -t -d -l -z --name-only --long --full-tree", List.of())),
                    Map.entry("cat-file", of("-p -t -s -e", List.of())),
                    Map.entry(
                            "rev-parse",
                            of(
                                    "--short --abbrev-ref --symbolic-full-name --show-toplevel --git-dir"
                                            + " --git-common-dir --absolute-git-dir --is-inside-work-tree"
                                            + " --is-bare-repository --show-prefix --show-cdup --verify -q"
                                            + " --quiet",
                                    List.of())),
                    Map.entry("rev-list", of("--count" + OF_LOGS, List.of())),
                    Map.entry("merge-base", of("-a --all --is-ancestor --octopus", List.of())),
                    Map.entry(
                            "describe",
                            of(
                                    "--tags --always --dirty --abbrev --long --all --match --exact-match"
                                            + " --contains",
                                    List.of())),
                    Map.entry("shortlog", of("-s -n -e -sn -sne" + OF_LOGS, List.of())),
                    Map.entry(
                            "branch",
                            listing(
                                    "-a --all -r --remotes -v -vv --verbose --sort --format --column --no-color",
                                    "-l --list --contains --no-contains --merged --no-merged --points-at"
                                            + " --show-current")),
                    Map.entry(
                            "tag",
                            listing(
                                    "-n --sort --format --column",
                                    "-l --list --contains --no-contains --merged --points-at")),
                    Map.entry("remote", listing("-v --verbose", "")));

    static Optional<GitReading> of(String command) {
        return Optional.ofNullable(COMMANDS.get(command));
    }

    private static GitReading of(String options, List<String> guards) {
        return new GitReading(words(options), Optional.empty(), guards);
    }

    private static GitReading listing(String options, String listing) {
        Set<String> all = new HashSet<>(words(options));
        all.addAll(words(listing));
        return new GitReading(all, Optional.of(words(listing)), List.of());
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
    }

    boolean accepts(GitWords words) {
        boolean areKnown = words.options().stream().allMatch(this::accepts);
        boolean onlySelects =
                listing.isEmpty()
                        || words.names().isEmpty()
                        || words.options().stream()
                                .map(GitWords::name)
                                .anyMatch(listing.get()::contains);
        return areKnown && onlySelects;
    }

    private boolean accepts(String option) {
        boolean isKnown =
                options.contains(GitWords.name(option))
                        || (listing.isEmpty() && SHORT_WITH_VALUE.matcher(option).matches());
        return isKnown && !SIGNATURE.matcher(option).find();
    }
}
