package kiro.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.process.CommandRunner;

/// What git is told whenever kiro calls it.
public final class GitEnvironment {
    /// A repository's own settings name no program that looks at its files, none that checks signatures and none for another end,
    /// a folder that merely looks like a repository is none, and submodules are not gone into: a command of the agent may have
    /// written them.
    private static final List<Map.Entry<String, String>> SETTINGS =
            List.of(
                    Map.entry("core.fsmonitor", "false"),
                    Map.entry("safe.bareRepository", "explicit"),
                    Map.entry("diff.ignoreSubmodules", "dirty"),
                    Map.entry("diff.submodule", "short"),
                    Map.entry("submodule.recurse", "false"),
                    Map.entry("push.recurseSubmodules", "no"),
                    Map.entry("log.showSignature", "false"),
                    Map.entry("protocol.ext.allow", "never"));

    private static final Pattern SUBMODULE =
            Pattern.compile("(?m)^\\s*\\[submodule\\s+\"(.*)\"\\s*]");

    private GitEnvironment() {}

    /// Nobody is there to answer, and what only asks takes no lock that the person's own git needs.
    public static Map<String, String> unattended() {
        return environment(SETTINGS);
    }

    /// The same where git only looks: nothing is started that the repository's settings name.
    public static Map<String, String> looking(Path root, CommandRunner commands)
            throws InterruptedException {
        var programs = new GitPrograms(new GitSettings(root, commands).telling());
        return unattended(root, programs.forLooking(false));
    }

    /// The same in a folder with submodules: what `.gitmodules` says of going into them does not count.
    static Map<String, String> unattended(Path root) {
        return unattended(root, List.of());
    }

    /// @param more settings that count over all others
    static Map<String, String> unattended(Path root, List<Map.Entry<String, String>> more) {
        List<Map.Entry<String, String>> all =
                Stream.concat(SETTINGS.stream(), more.stream()).toList();
        Path modules = root.resolve(".gitmodules");
        if (!Files.isRegularFile(modules)) {
            return environment(all);
        }
        try {
            String text = Files.readString(modules, StandardCharsets.ISO_8859_1);
            Stream<Map.Entry<String, String>> submodules =
                    SUBMODULE
                            .matcher(text)
                            .results()
                            .map(found -> found.group(1).replaceAll("\\\\(.)", "$1"))
                            .distinct()
                            .map(name -> Map.entry("submodule." + name + ".ignore", "dirty"));
            return environment(Stream.concat(all.stream(), submodules).toList());
        } catch (IOException none) {
            return environment(all);
        }
    }

    /// Keeps git from taking a repository around a folder for that of the folder; empty where it cannot be told so: it reads a list of
    /// folders.
    static Map<String, String> within(Path folder) {
        Path around = folder.toAbsolutePath().getParent();
        return around == null || around.toString().contains(File.pathSeparator)
                ? Map.of()
                : Map.of("GIT_CEILING_DIRECTORIES", around.toString());
    }

    private static Map<String, String> environment(List<Map.Entry<String, String>> settings) {
        var all =
                new HashMap<>(
                        Map.of(
                                "GIT_OPTIONAL_LOCKS", "0",
                                "GIT_TERMINAL_PROMPT", "0",
                                "GIT_PAGER", "cat",
                                "GIT_EDITOR", "true",
                                "GIT_CONFIG_COUNT", String.valueOf(settings.size())));
        for (int i = 0; i < settings.size(); i++) {
            all.put("GIT_CONFIG_KEY_" + i, settings.get(i).getKey());
            all.put("GIT_CONFIG_VALUE_" + i, settings.get(i).getValue());
        }
        return Map.copyOf(all);
    }
}
