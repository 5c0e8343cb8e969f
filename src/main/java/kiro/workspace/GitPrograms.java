package kiro.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The programs that a repository's settings name, and the settings by which git starts none of them.
record GitPrograms(List<GitSettings.Setting> settings) {
    static final GitPrograms NONE = new GitPrograms(List.of());

    private static final Pattern FILTER = Pattern.compile("filter\\.(.+)\\.(clean|smudge|process)");
    private static final Pattern MERGE = Pattern.compile("merge\\.(.+)\\.driver");
    private static final Pattern TEXT = Pattern.compile("diff\\..+\\.textconv");
    private static final Pattern DIFF = Pattern.compile("diff\\.(external|.+\\.command)");
    private static final Pattern SIGN =
            Pattern.compile("gpg\\.(.+\\.)?program|gpg\\.ssh\\.defaultkeycommand");
    private static final Pattern TRAILER = Pattern.compile("trailer\\..+\\.(command|cmd)");
    private static final Pattern ABROAD =
            Pattern.compile(
                    "core\\.(sshcommand|askpass|gitproxy|alternaterefscommand)|credential\\.(.+\\.)?helper"
                            + "|remote\\..+\\.(uploadpack|receivepack|vcs)");

    /// A program for the network that is none of the project's: one that comes with git, or `ssh` with a key.
    private static final Pattern KNOWN =
            Pattern.compile(
                    "|!?(/usr(/local)?/bin/)?gh auth git-credential"
                            + "|(store|cache|osxkeychain|manager|manager-core|libsecret|wincred|wincred.exe)( --?[\\w=./~-]+)*"
                            + "|(/usr/bin/)?ssh( -i [\\w./~-]+| -p \\d+| -o (IdentitiesOnly|IdentityAgent|BatchMode)[= ][\\w./~-]+)*");

    /// Git gives up where a driver ends so, and takes neither side.
    private static final String GIVES_UP = "exit 129";

    GitPrograms {
        settings = List.copyOf(settings);
    }

    GitPrograms and(GitPrograms others) {
        return new GitPrograms(
                Stream.concat(settings.stream(), others.settings.stream()).distinct().toList());
    }

    /// What is started for the contents of files.
    ///
    /// @param key its setting
    record Driver(String key, String command) {}

    /// The filters and merge drivers; of one setting the last counts.
    List<Driver> drivers() {
        var last = new java.util.LinkedHashMap<String, Driver>();
        for (GitSettings.Setting setting : settings) {
            boolean isDriver =
                    FILTER.matcher(setting.key()).matches()
                            || MERGE.matcher(setting.key()).matches();
            if (isDriver && !setting.value().isBlank()) {
                last.put(setting.key(), new Driver(setting.key(), setting.value()));
            }
        }
        return List.copyOf(last.values());
    }

    boolean isAny() {
        return settings.stream()
                .map(GitSettings.Setting::key)
                .anyMatch(key ->
                        Stream.of(FILTER, MERGE, DIFF, SIGN, TRAILER)
                                .anyMatch(each -> each.matcher(key).matches()));
    }

    /// A setting that has a program of the project's own talk to other places.
    Optional<String> abroad() {
        return settings.stream()
                .filter(setting -> ABROAD.matcher(setting.key()).matches())
                .filter(setting -> !KNOWN.matcher(setting.value().strip()).matches())
                .map(GitSettings.Setting::key)
                .findFirst();
    }

    /// Settings with which none of them is started to look at something.
    ///
    /// @param isExact whether it is better to fail than to take a file as it is without its filter
    List<Map.Entry<String, String>> forLooking(boolean isExact) {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (GitSettings.Setting setting : settings) {
            filter(setting.key(), isExact).forEach(all::add);
            without(setting.key()).ifPresent(all::add);
            if (setting.key().equals("blame.ignorerevsfile")
                    && setting.value().matches("[/~].*|(.*/)?\\.\\./.*")) {
                all.add(Map.entry(setting.key(), ""));
            }
        }
        return all.stream().distinct().toList();
    }

    /// Settings with which none of them is started, and nothing is done that would need one.
    List<Map.Entry<String, String>> forChanging() {
        var all = new ArrayList<>(forLooking(true));
        settings.stream()
                .filter(setting -> MERGE.matcher(setting.key()).matches())
                .map(setting -> Map.entry(setting.key(), GIVES_UP))
                .forEach(all::add);
        return all.stream().distinct().toList();
    }

    /// The same but for filters and merge drivers.
    List<Map.Entry<String, String>> besideDrivers() {
        return settings.stream().flatMap(setting -> without(setting.key()).stream()).toList();
    }

    private static Stream<Map.Entry<String, String>> filter(String key, boolean isExact) {
        Matcher filter = FILTER.matcher(key);
        return filter.matches()
                ? Stream.of(
                        Map.entry("filter." + filter.group(1) + ".process", ""),
                        Map.entry("filter." + filter.group(1) + ".required", isExact + ""))
                : Stream.empty();
    }

    private static Optional<Map.Entry<String, String>> without(String key) {
        boolean fails =
                Stream.of(DIFF, SIGN, TRAILER).anyMatch(each -> each.matcher(key).matches());
        boolean passesOn = TEXT.matcher(key).matches() || key.equals("interactive.difffilter");
        return fails || passesOn
                ? Optional.of(Map.entry(key, fails ? "false" : "cat"))
                : Optional.empty();
    }
}
