package kiro.permission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Tells whether a program that fetches from addresses talks to servers of this machine alone. What is not known to be one is none.
final class WebPrograms {
    static final String OF_THIS_MACHINE = "talks to a server of this machine";

    private static final Set<String> ALL = Set.of("curl", "wget");

    private static final Pattern LOCAL =
            Pattern.compile("(https?://)?(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?([/?#].*)?");

    /// Options behind which a value stands that is no address.
    private static final Set<String> WITH_VALUE =
            Set.of(
                    "-H",
                    "--header",
                    "-o",
                    "--output",
                    "-u",
                    "--user",
                    "-A",
                    "--user-agent",
                    "-b",
                    "--cookie",
                    "-c",
                    "--cookie-jar",
                    "-m",
                    "--max-time",
                    "-w",
                    "--write-out",
                    "-X",
                    "--request",
                    "-d",
                    "--data",
                    "--data-raw",
                    "--data-binary",
                    "--data-urlencode",
                    "--json",
                    "-F",
                    "--form",
                    "--connect-timeout",
                    "--retry",
                    "--retry-delay",
                    "-e",
                    "--referer",
                    "--timeout",
                    "--tries");

    /// Options by which it talks to another place than the address says, or takes addresses from elsewhere.
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "-[a-zA-Z&&[^HouAbcmwXdFe]]*[xKi].*|--(proxy|preproxy|socks|resolve|connect-to|config|url|doh|interface|unix|abstract|next|location-trusted|input-file|execute|base).*");

    private WebPrograms() {}

    static Optional<Assessment> of(ShellCommand command) {
        return ALL.contains(command.program()) && isLocal(command.arguments())
                ? Optional.of(
                        new Assessment(Concern.NOTABLE, command.program() + " " + OF_THIS_MACHINE))
                : Optional.empty();
    }

    private static boolean isLocal(List<ShellWord> words) {
        boolean isAny = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            if (word.startsWith("-")) {
                if (ELSEWHERE.matcher(word).matches() && !isPlainFlag(word)) {
                    return false;
                }
                i += WITH_VALUE.contains(word) ? 1 : 0;
            } else if (LOCAL.matcher(word).matches()) {
                isAny = true;
            } else {
                return false;
            }
        }
        return isAny;
    }

    /// To show the head of an answer is no way elsewhere.
    private static boolean isPlainFlag(String word) {
        return word.matches("-[sSfiIvLk]+");
    }
}
