package kiro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.spec.SpecName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What `kiro spec sync` is told beside the spec.
final class SyncOptions {
    @Option(names = "--check", description = "Write nothing: say what would change.")
    boolean isCheck;

    @Option(names = "--run", description = "Run the tests, whatever reports there are.")
    boolean isRun;

    @Option(
            names = "--reports",
            paramLabel = "PATH",
            description = "Read these reports, files or folders, and run nothing.")
    List<Path> reports = List.of();

    @Option(
            names = "--prove",
            paramLabel = "ID",
            description = {
                "Break the code of this criterion in a copy of the project, and see whether its tests notice;",
                "may be given several times."
            })
    List<String> toProve = List.of();

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "12",
            description = "With --prove: at most so many changes (default: ${DEFAULT-VALUE}).")
    int changes;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "With --prove: no further change after so many (default: ${DEFAULT-VALUE}).")
    int minutes;

    @ArgGroup(exclusive = false)
    @Nullable Accepting accepting;

    @Option(
            names = "--verbose",
            description = "Show what the tests print, and tests that name no criterion.")
    boolean isVerbose;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean isJson;

    /// The ids to prove in a spec; the spec's own name may stand before them, as in `cart#AC-1`.
    List<String> toProve(SpecName spec) {
        String own = spec + "#";
        return toProve.stream()
                .map(id -> id.startsWith(own) ? id.substring(own.length()) : id)
                .toList();
    }

    /// The spec that the first of them names.
    Optional<String> specToProve() {
        return toProve.stream()
                .filter(id -> id.indexOf('#') > 0)
                .map(id -> id.substring(0, id.indexOf('#')))
                .findFirst();
    }

    /// That a person answers for a criterion.
    static final class Accepting {
        @Option(
                names = "--accept",
                paramLabel = "ID",
                required = true,
                description = "Answer for this criterion in place of a test.")
        String criterion = "";

        @Option(names = "--reason", required = true, description = "Why; it stands in the spec.")
        String reason = "";

        @Option(names = "--owner", description = "Who answers; else git's user.name.")
        @Nullable String owner;

        @Option(
                names = "--until",
                paramLabel = "DATE",
                description = "The last day on which it counts, such as 2027-01-31.")
        @Nullable String until;

        @Option(names = "--by-hand", description = "You have seen it hold; else it is waived.")
        boolean isByHand;
    }
}
