package kiro.cli;

import java.util.Arrays;
import java.util.List;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;

/// Settings in words.
final class SettingWords {
    private SettingWords() {}

    /// A list on one line.
    static String oneLine(String text) {
        return String.join(", ", text.lines().toList());
    }

    static String meaning(String name) {
        return ConfigKeys.find(name).map(ConfigKey::description).orElse("");
    }

    /// Where a setting may be set, the strongest first.
    static List<String> places(ConfigKey key, String personsFile, String projectsFile) {
        var places = new java.util.ArrayList<String>();
        key.variable().map("environment "::concat).ifPresent(places::add);
        places.add(personsFile);
        key.teams()
                .map(type ->
                        type.equals(key.type())
                                ? projectsFile
                                : projectsFile + " (" + type.words() + ")")
                .ifPresent(places::add);
        Arrays.stream(KeyProvider.values())
                .filter(each -> each.setting().equals(key.name()))
                .map(each -> "'kiro auth login --%s'".formatted(each.id()))
                .forEach(places::add);
        return List.copyOf(places);
    }
}
