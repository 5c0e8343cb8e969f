package kiro.aws;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The profiles that AWS's own tools know: those of `~/.aws/config`, with the keys of `~/.aws/credentials` over them.
final class AwsProfiles {
    private static final String DEFAULT = "default";
    private static final String SESSION = "sso-session ";

    private final Map<String, Map<String, String>> config;
    private final Map<String, Map<String, String>> credentials;
    private final String files;

    private AwsProfiles(
            Map<String, Map<String, String>> config,
            Map<String, Map<String, String>> credentials,
            String files) {
        this.config = config;
        this.credentials = credentials;
        this.files = files;
    }

    /// What came of reading the files.
    sealed interface Reading {
        record Whole(AwsProfiles profiles) implements Reading {}

        record Broken(String message) implements Reading {}
    }

    static Reading read(AwsWorld world) {
        Path config = file(world, "AWS_CONFIG_FILE", "config");
        Path credentials = file(world, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
        AwsFile.Reading first = AwsFile.read(config, world.shown(config));
        AwsFile.Reading second = AwsFile.read(credentials, world.shown(credentials));
        if (first instanceof AwsFile.Reading.Broken(String message)) {
            return new Reading.Broken(message);
        }
        return switch (second) {
            case AwsFile.Reading.Broken(String message) -> new Reading.Broken(message);
            case AwsFile.Reading.Whole(Map<String, Map<String, String>> keys) ->
                    new Reading.Whole(
                            new AwsProfiles(
                                    ((AwsFile.Reading.Whole) first).sections(),
                                    keys,
                                    world.shown(config) + " or " + world.shown(credentials)));
        };
    }

    private static Path file(AwsWorld world, String variable, String usual) {
        return world.variable(variable)
                .map(world::file)
                .orElse(world.home().resolve(".aws").resolve(usual));
    }

    /// In the file for settings all profiles but the usual one are called `profile NAME`.
    Optional<Profile> find(String name) {
        Map<String, String> settings = config.get("profile " + name);
        if (settings == null && name.equals(DEFAULT)) {
            settings = config.get(DEFAULT);
        }
        Map<String, String> keys = credentials.get(name);
        if (settings == null && keys == null) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        Optional.ofNullable(settings).ifPresent(values::putAll);
        Optional.ofNullable(keys).ifPresent(values::putAll);
        return Optional.of(new Profile(name, values));
    }

    /// The sign-in that several profiles share.
    Optional<Profile> session(String name) {
        return Optional.ofNullable(config.get(SESSION + name))
                .map(values -> new Profile(name, values));
    }

    /// The sign-in that several profiles share, by its address.
    Optional<CenterPlace> sessionAt(String startUrl) {
        return config.keySet().stream()
                .filter(name -> name.startsWith(SESSION))
                .map(name -> name.substring(SESSION.length()))
                .flatMap(name ->
                        SsoSource.place(new Profile(name, Map.of("sso_session", name)), this)
                                .stream())
                .filter(place ->
                        CenterPlace.address(place.startUrl()).filter(startUrl::equals).isPresent())
                .findFirst();
    }

    /// Where profiles are looked for, in words.
    String files() {
        return files;
    }
}
