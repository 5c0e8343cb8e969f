package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Listens to what a build prints, to say in one line why it ran no tests.
final class BuildOutput implements Consumer<String> {
    private static final int MOST_ERRORS = 3;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
    private static final Pattern BROKEN =
            Pattern.compile(
                    "COMPILATION ERROR|Compilation failed; see|Compilation error\\.|Compilation failure");
    private static final List<Pattern> COMPILER =
            List.of(
                    Pattern.compile("^\\[ERROR\\] (\\S.*\\.\\w+):\\[(\\d+)(?:,\\d+)?\\] (.+)$"),
                    Pattern.compile("^(\\S.*\\.java):(\\d+): error: (.+)$"),
                    Pattern.compile("^e: (?:file://)?(\\S.*\\.kts?):(\\d+):(?:\\d+)? (.+)$"),
                    Pattern.compile("^(\\S.*\\.[cm]?tsx?)\\((\\d+),\\d+\\): error (.+)$"),
                    Pattern.compile("^(\\S.*\\.[cm]?tsx?):(\\d+):\\d+ - error (.+)$"));
    private static final Pattern SYMBOL = Pattern.compile("^\\s+symbol:\\s+(.+)$");
    private static final Pattern FAULT =
            Pattern.compile(
                    "^(?:\\[ERROR\\] \\S.*|\\[FATAL\\] .*|npm (?:ERR!|error) .*|(?i:error|fatal)\\b.*|>\\s+\\S.*"
                            + "|.*: (?:command )?not found|.*: No such file or directory)$");

    /// How tools say that they reach nobody.
    private static final Pattern UNREACHED =
            Pattern.compile(
                    "Temporary failure in name resolution|Name or service not known|UnknownHostException|Unknown host"
                            + "|nodename nor servname|EAI_AGAIN|ENOTFOUND|Could not resolve host|: no such host"
                            + "|Network is unreachable|NameResolutionError|dns error|in offline mode");

    /// Where Maven says what it is that it did not get, somewhere in a long line.
    private static final Pattern WANTED = Pattern.compile("Could not transfer artifact \\S+");

    private static final String ONLINE = "see that this machine reaches where its build tool looks";

    private final String root;
    private final Optional<String> offline;
    private final Consumer<String> next;
    private final List<String> compilerErrors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<String> fault = Optional.empty();
    private Optional<String> unreached = Optional.empty();
    private String last = "";
    private boolean isBroken;

    /// @param root the workspace's root, which is left out of paths
    /// @param offline where the build has no network, why, and what gives it to it
    /// @param next is given each line as well
    BuildOutput(String root, Optional<String> offline, Consumer<String> next) {
        this.root = root.endsWith("/") ? root : root + "/";
        this.offline = offline;
        this.next = next;
    }

    @Override
    public void accept(String printed) {
        next.accept(printed);
        String line = plain(printed);
        isBroken |= BROKEN.matcher(line).find();
        compilerError(line).filter(seen::add).ifPresent(compilerErrors::add);
        Matcher symbol = SYMBOL.matcher(line);
        if (symbol.matches() && !compilerErrors.isEmpty()) {
            String error = compilerErrors.removeLast();
            compilerErrors.add(error.endsWith(")") ? error : error + " (" + symbol.group(1) + ")");
        }
        if (fault.isEmpty() && FAULT.matcher(line).matches()) {
            fault = Optional.of(line.replaceFirst("^\\[(?:ERROR|FATAL)\\] ", ""));
        }
        if (unreached.isEmpty() && UNREACHED.matcher(line).find()) {
            Matcher wanted = WANTED.matcher(line);
            unreached =
                    Optional.of(
                            wanted.find()
                                    ? wanted.group()
                                    : line.replaceFirst("^(?:\\[\\w+\\]\\s+)+", ""));
        }
        last = line.isBlank() ? last : line;
    }

    /// The first errors of the compiler, in one line; empty when the code compiled.
    Optional<String> compilerReason() {
        if (compilerErrors.isEmpty()) {
            return isBroken ? Optional.of("the code does not compile") : Optional.empty();
        }
        List<String> first = compilerErrors.stream().limit(MOST_ERRORS).toList();
        int more = compilerErrors.size() - first.size();
        return Optional.of(
                "the code does not compile: "
                        + String.join("; ", first)
                        + (more > 0 ? "; and %d more".formatted(more) : ""));
    }

    /// Whether the build said that the compiler stopped it, rather than a test that talks of compilers.
    boolean isCompilationBroken() {
        return isBroken;
    }

    /// The first line that looks like an error, or the last line.
    String fault() {
        return OneLine.of(fault.orElse(last).replace(root, ""), 300);
    }

    /// Why the build has not what it needs, where it said that it reached nobody, and what to do.
    Optional<String> unfetched() {
        return unreached.map(line ->
                "the build could not fetch what it needs and is not on this machine: %s: %s"
                        .formatted(
                                OneLine.of(line.replace(root, ""), 160), offline.orElse(ONLINE)));
    }

    static String plain(String line) {
        return COLOURS.matcher(line).replaceAll("");
    }

    private Optional<String> compilerError(String line) {
        for (Pattern pattern : COMPILER) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                String file = matcher.group(1).replace(root, "");
                return Optional.of(
                        OneLine.of(
                                "%s:%s %s".formatted(file, matcher.group(2), matcher.group(3)),
                                240));
            }
        }
        return Optional.empty();
    }
}
