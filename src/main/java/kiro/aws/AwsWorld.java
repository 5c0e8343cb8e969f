package kiro.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kiro.auth.KeptAws;
import kiro.process.CommandRunner;

/// What of the world outside credentials depend on.
///
/// @param home the person's home folder
/// @param profile the profile that is asked for; empty for the usual one
/// @param region the region that is asked for; empty where the profile says it
/// @param commands runs what a profile names to print credentials, with all variables that there are
/// @param kept what the person signed in with by this program
public record AwsWorld(
        Map<String, String> environment,
        Path home,
        Optional<String> profile,
        Optional<String> region,
        CommandRunner commands,
        KeptAws kept) {
    public AwsWorld {
        environment = Map.copyOf(environment);
    }

    /// The same world for somebody who has also signed in otherwise.
    public AwsWorld with(KeptAws signIns) {
        return new AwsWorld(environment, home, profile, region, commands, signIns);
    }

    /// A variable that is set to something.
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// The address that AWS's own tools are told to ask in place of all services.
    public Optional<URI> endpoint() {
        return variable("AWS_ENDPOINT_URL")
                .map(text -> text.replaceFirst("/+$", ""))
                .flatMap(AwsEndpoint::parsed);
    }

    /// A file as a variable or a setting names it, the home folder abbreviated or not.
    Path file(String name) {
        return name.startsWith("~/") ? home.resolve(name.substring(2)) : home.resolve(name);
    }

    /// The place that people know a file by.
    String shown(Path file) {
        return file.startsWith(home) ? "~/" + home.relativize(file) : file.toString();
    }

    /// The file of certificate authorities that the profile names.
    public Optional<Path> authorities() {
        return AwsProfiles.read(this) instanceof AwsProfiles.Reading.Whole(AwsProfiles profiles)
                ? profiles.find(profileName())
                        .flatMap(profile -> profile.find("ca_bundle"))
                        .map(this::file)
                : Optional.empty();
    }

    /// Whether a person named a profile, wherever that was.
    boolean isProfileNamed() {
        return profile.isPresent() || variable("AWS_DEFAULT_PROFILE").isPresent();
    }

    /// The profile that counts.
    public String profileName() {
        return profile.or(() -> variable("AWS_DEFAULT_PROFILE")).orElse("default");
    }
}
