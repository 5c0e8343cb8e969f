package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.text.PathGlob;
import kiro.tool.Risk;

/// From which risk on a person is asked in semi-automatic mode.
///
/// @param general where no pattern fits
/// @param paths for files; of several that fit, the one that asks soonest counts
public record Thresholds(Risk general, List<OfPath> paths) {
    public static final Thresholds STANDARD = new Thresholds(Risk.MEDIUM, List.of());

    public Thresholds {
        paths = List.copyOf(paths);
    }

    /// @param place where it is set, for people
    public record OfPath(PathGlob glob, Risk from, String place) {}

    /// What the settings say.
    ///
    /// @param remarks what was left out, and why
    public record Reading(Thresholds thresholds, List<String> remarks) {
        public Reading {
            remarks = List.copyOf(remarks);
        }
    }

    /// Reads the settings. A project's own file makes kiro ask sooner; to ask later it has to be trusted.
    public static Reading of(Config config, boolean isTrusted) {
        var remarks = new ArrayList<String>();
        Risk general =
                config.find("risk.ask-from")
                        .filter(value ->
                                holds(
                                        value,
                                        "risk.ask-from",
                                        STANDARD.general(),
                                        isTrusted,
                                        remarks))
                        .map(value -> risk(value.text()))
                        .orElse(STANDARD.general());
        var paths = new ArrayList<OfPath>();
        for (Map.Entry<String, ConfigValue> entry : config.below("risk.paths").entrySet()) {
            Optional<PathGlob> glob = PathGlob.parse(entry.getKey());
            ConfigValue value = entry.getValue();
            if (glob.isEmpty()) {
                remarks.add(value.origin() + ": '" + entry.getKey() + "' is no pattern of paths");
            } else if (holds(value, entry.getKey(), general, isTrusted, remarks)) {
                paths.add(new OfPath(glob.get(), risk(value.text()), value.origin()));
            }
        }
        return new Reading(new Thresholds(general, paths), remarks);
    }

    private static boolean holds(
            ConfigValue value, String name, Risk usual, boolean isTrusted, List<String> remarks) {
        boolean isLater =
                value.origin().startsWith(".kiro/") && risk(value.text()).compareTo(usual) > 0;
        if (isLater && !isTrusted) {
            remarks.add(
                    "%s: %s: %s is left out, since it asks less than usual: trust the project with 'kiro trust', or set it in ~/.kiro/config.yaml"
                            .formatted(value.origin(), name, value.text()));
        }
        return !isLater || isTrusted;
    }

    private static Risk risk(String word) {
        return Risk.valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean asks(Facet facet) {
        Risk from =
                facet.capability() == Capability.SHELL
                        ? general
                        : paths.stream()
                                .filter(each -> each.glob().matches(facet.subject()))
                                .map(OfPath::from)
                                .min(Risk::compareTo)
                                .orElse(general);
        return facet.assessment().concern().risk().compareTo(from) >= 0;
    }
}
