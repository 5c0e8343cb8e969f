package kiro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javax.net.ssl.SSLContext;
import kiro.aws.AwsWorld;
import kiro.cli.Console;
import kiro.config.Config;
import kiro.config.ConfigFiles;
import kiro.http.ExtraAuthorities;

/// Whom secure connections are made to beside those whom Java knows: authorities of a company or of a proxy, as the environment,
/// the person's settings and the profile of AWS name them. It holds for the whole program, and is looked for at the first secure
/// connection.
final class Authorities {
    private static final String SETTING = "network.authorities";

    private final Outside outside;

    Authorities(Outside outside) {
        this.outside = outside;
    }

    /// Nothing is loaded where nobody can have named any.
    void trust() {
        Map<String, String> environment = outside.environment();
        boolean isNamed =
                environment.containsKey("SSL_CERT_FILE")
                        || environment.containsKey("NODE_EXTRA_CA_CERTS")
                        || environment.containsKey("AWS_CA_BUNDLE");
        if (isNamed) {
            tell(ExtraAuthorities.of(ExtraAuthorities.named(environment)));
        }
        if (isNamed || Files.exists(settings().persons()) || Files.exists(profiles())) {
            SSLContext.setDefault(ExtraAuthorities.late(this::found));
        }
    }

    private ConfigFiles settings() {
        return new ConfigFiles(outside.environment(), home(), outside.directory());
    }

    private Path home() {
        return Outside.home(outside.environment(), outside.home());
    }

    /// Nothing of AWS is loaded at each start to know whether there may be a profile.
    private Path profiles() {
        String named = outside.environment().getOrDefault("AWS_CONFIG_FILE", "").strip();
        return Path.of(path(named.isEmpty() ? "~/.aws/config" : named));
    }

    /// Those of the environment were told of at the start.
    private ExtraAuthorities found() {
        var all = new LinkedHashMap<>(ExtraAuthorities.named(outside.environment()));
        SequencedMap<String, String> late = inFiles();
        late.keySet().removeAll(all.keySet());
        tell(ExtraAuthorities.of(late));
        all.putAll(late);
        return ExtraAuthorities.of(all);
    }

    private SequencedMap<String, String> inFiles() {
        var named = new LinkedHashMap<String, String>();
        Optional<Config> read = config();
        read.flatMap(config -> config.find(SETTING))
                .filter(value -> !value.origin().startsWith("environment"))
                .ifPresent(value -> named.put(SETTING, path(value.text())));
        if (!outside.environment().containsKey("AWS_CA_BUNDLE")) {
            AwsWorld world = new BedrockWiring(outside, _ -> {}).world(read.orElse(Config.empty()));
            world.authorities()
                    .ifPresent(file ->
                            named.put(
                                    "ca_bundle of the profile '%s'".formatted(world.profileName()),
                                    file.toString()));
        }
        return named;
    }

    private Optional<Config> config() {
        return Config.read(outside.environment(), home(), outside.directory())
                        instanceof Config.Reading.Whole(Config config, _)
                ? Optional.of(config)
                : Optional.empty();
    }

    private String path(String text) {
        return text.startsWith("~/") ? home().resolve(text.substring(2)).toString() : text;
    }

    private void tell(ExtraAuthorities named) {
        Console console = outside.console();
        named.unreadable()
                .forEach(name ->
                        console.note(
                                "warning: %s names no file with a certificate, and is left out"
                                        .formatted(name)));
    }
}
