package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.auth.KeptKey;
import kiro.auth.KeyStore;
import kiro.config.Config;
import kiro.config.ConfigValue;

/// The keys of a service, in the order in which they count.
final class KeyEntries {
    private final Config config;
    private final KeyStore keys;

    KeyEntries(Config config, KeyStore keys) {
        this.config = config;
        this.keys = keys;
    }

    /// The keys of all services.
    List<AuthEntry> all() {
        var entries = new ArrayList<AuthEntry>();
        for (KeyProvider each : KeyProvider.values()) {
            entries.addAll(of(each.id(), each.setting()));
        }
        entries.addAll(of("bedrock", "bedrock.api-key"));
        return List.copyOf(entries);
    }

    /// @param setting the setting that a key stands for
    private List<AuthEntry> of(String service, String setting) {
        var entries = new ArrayList<AuthEntry>();
        List<ConfigValue> values = config.all(setting);
        boolean isOwn = config.own(setting).isPresent();
        Optional<KeptKey> kept = Optional.ofNullable(keys.keys().get(setting));
        for (int i = 0; i < values.size(); i++) {
            boolean isKept = kept.isPresent() && i == values.size() - 1;
            String hint =
                    isKept
                            ? kept.get().hint()
                            : i == 0 && isOwn
                                    ? config.secret(setting).map(KeptKey::hint).orElse("")
                                    : "";
            entries.add(
                    new AuthEntry(
                            service,
                            "key",
                            values.get(i).origin(),
                            hint,
                            Optional.empty(),
                            Optional.empty(),
                            i == 0 ? AuthEntry.State.USED : AuthEntry.State.SPARE,
                            ""));
        }
        return entries;
    }
}
