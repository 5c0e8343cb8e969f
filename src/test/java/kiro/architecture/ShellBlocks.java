package kiro.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The commands that a document shows, section by section: the lines of its `sh` blocks, and of blocks of no
/// language those that begin with `kiro`.
final class ShellBlocks {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|)\\n(.*?)^```$");
    private static final Pattern KIRO = Pattern.compile("(\\./)?kiro( .*)?");
    private static final Pattern END = Pattern.compile("#.*exit code (\\d+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    private ShellBlocks() {}

    /// @param end the exit code: 0, unless a comment in the line says another, as in `# ends with exit code 1`
    record Shown(String command, int end) {
        boolean isKiro() {
            return KIRO.matcher(command).matches();
        }

        private static Shown of(String line) {
            Matcher end = END.matcher(line);
            return new Shown(
                    line.replaceAll("(^|\\s)#.*", "").strip(),
                    end.find() ? Integer.parseInt(end.group(1)) : 0);
        }
    }

    /// The commands of each section that shows some; what stands above the first heading is one too.
    static List<List<Shown>> sections(Path document) throws IOException {
        // One fence after another: a block of another language would lend its end to what follows
        // it.
        String text = Files.readString(document).replaceAll("(?ms)^```[a-rt-z].*?^```$", "");
        return Stream.of(text.split("(?m)^## "))
                .map(ShellBlocks::commands)
                .filter(commands -> !commands.isEmpty())
                .toList();
    }

    private static List<Shown> commands(String section) {
        var commands = new ArrayList<Shown>();
        Matcher block = BLOCK.matcher(section);
        while (block.find()) {
            boolean isShell = block.group(1).equals("sh");
            block.group(2)
                    .replace("\\\n", " ")
                    .lines()
                    .map(Shown::of)
                    .filter(shown -> !shown.command().isEmpty())
                    .filter(shown -> isShell || shown.isKiro())
                    .forEach(commands::add);
        }
        return commands;
    }

    /// The arguments of a `kiro` command, as a shell would pass them; where its output goes is left out.
    static List<String> arguments(String line) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(line.replaceAll("\\s[>|].*", ""));
        int end = -1;
        while (word.find()) {
            String text = word.group().replaceAll("^['\"]|['\"]$", "");
            if (word.start() == end) {
                words.set(words.size() - 1, words.getLast() + text);
            } else {
                words.add(text);
            }
            end = word.end();
        }
        return List.copyOf(words.subList(1, words.size()));
    }
}
