package kiro.aws;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.secret.Secret;
import kiro.text.SmallFile;

/// Credentials as a profile of AWS's files has them: keys, a role, a sign-in, or a program that prints them.
final class ProfileSource implements CredentialSource {
    private final AwsWorld world;
    private final AwsCalls calls;
    private final ServerTime time;
    private final Optional<String> session;

    /// @param session the id that a role is tagged with, where it is to be
    ProfileSource(AwsWorld world, AwsCalls calls, ServerTime time, Optional<String> session) {
        this.world = world;
        this.calls = calls;
        this.time = time;
        this.session = session;
    }

    @Override
    public Lookup look() throws InterruptedException {
        return switch (AwsProfiles.read(world)) {
            case AwsProfiles.Reading.Broken(String message) ->
                    Lookup.failed(message, "mend the file");
            case AwsProfiles.Reading.Whole(AwsProfiles profiles) ->
                    look(world.profileName(), profiles, new LinkedHashSet<>());
        };
    }

    /// @param begun the profiles that wait for this one
    private Lookup look(String name, AwsProfiles profiles, Set<String> begun)
            throws InterruptedException {
        Optional<Profile> found = profiles.find(name);
        if (found.isEmpty()) {
            return begun.isEmpty() && world.profile().isEmpty()
                    ? new Lookup.None()
                    : Lookup.failed(
                            "there is no profile '%s' in %s".formatted(name, profiles.files()),
                            "choose one of 'aws configure list-profiles' by aws.profile or AWS_PROFILE");
        }
        Profile profile = found.get();
        if (!begun.add(name)) {
            return Lookup.failed(
                    "the profiles %s wait for each other".formatted(String.join(", ", begun)),
                    "have the last source_profile name one with keys or a sign-in");
        }
        if (profile.has("role_arn")) {
            return role(profile, profiles, begun);
        }
        return held(profile, profiles, begun.size() > 1);
    }

    /// What a profile has itself, without a role.
    private Lookup held(Profile profile, AwsProfiles profiles, boolean isNeeded)
            throws InterruptedException {
        if (profile.has("sso_session") || profile.has("sso_start_url")) {
            Optional<SsoSource.SsoRole> sso = SsoSource.role(profile, profiles);
            return sso.isPresent()
                    ? new SsoSource(world, calls, time, sso.get()).look()
                    : Lookup.failed(
                            "%s signs in, and does not say where, in which account or as which role"
                                    .formatted(profile.words()),
                            "write it again with 'aws configure sso --profile %s'"
                                    .formatted(profile.name()));
        }
        Optional<Lookup> keys = keys(profile);
        if (keys.isPresent()) {
            return keys.get();
        }
        Optional<String> process = profile.find("credential_process");
        if (process.isPresent()) {
            return new ProcessSource(world, profile, process.get()).look();
        }
        if (profile.has("login_session")) {
            return Lookup.failed(
                    profile.words()
                            + " is one of 'aws login', whose files only AWS's tools can read",
                    "add credential_process = aws configure export-credentials --profile %s --format process to another profile, and choose that"
                            .formatted(profile.name()));
        }
        return isNeeded || world.profile().isPresent()
                ? Lookup.failed(
                        profile.words() + " has no credentials",
                        "sign in, or add keys with 'aws configure --profile "
                                + profile.name()
                                + "'")
                : new Lookup.None();
    }

    private static Optional<Lookup> keys(Profile profile) {
        Optional<String> accessKey = profile.find("aws_access_key_id");
        Optional<String> secretKey = profile.find("aws_secret_access_key");
        if (accessKey.isEmpty() && secretKey.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                accessKey.isEmpty() || secretKey.isEmpty()
                        ? Lookup.failed(
                                profile.words() + " has half a pair of keys",
                                "add the other half with 'aws configure --profile "
                                        + profile.name()
                                        + "'")
                        : new Lookup.Found(
                                new AwsCredentials(
                                        accessKey.get(),
                                        Secret.of(secretKey.get()),
                                        profile.find("aws_session_token").map(Secret::of),
                                        Optional.empty(),
                                        profile.words())));
    }

    private Lookup role(Profile profile, AwsProfiles profiles, Set<String> begun)
            throws InterruptedException {
        if (profile.has("mfa_serial")) {
            return Lookup.failed(
                    profile.words() + " asks for a code of a second factor",
                    "have another profile hand them on: credential_process = aws configure export-credentials --profile %s --format process"
                            .formatted(profile.name()));
        }
        StsCalls.Role role = role(profile);
        // Only the last role of several calls the service whose bill it is.
        Optional<String> tag = begun.size() == 1 ? session : Optional.empty();
        var sts = new StsCalls(world, calls, time, tag);
        Optional<String> tokenFile = profile.find("web_identity_token_file");
        if (tokenFile.isPresent()) {
            return webIdentity(sts, role, tokenFile.get());
        }
        return switch (source(profile, profiles, begun)) {
            case Lookup.Found(AwsCredentials with) -> sts.assume(role, with);
            case Lookup.None _ ->
                    Lookup.failed(
                            profile.words()
                                    + " takes on a role with credentials that are not there",
                            "set its source_profile or credential_source");
            case Lookup.Failed failed -> failed;
        };
    }

    private StsCalls.Role role(Profile profile) {
        var options = new HashMap<String, String>();
        profile.find("external_id").ifPresent(id -> options.put("ExternalId", id));
        profile.find("duration_seconds").ifPresent(time -> options.put("DurationSeconds", time));
        profile.find("role_session_name").ifPresent(name -> options.put("RoleSessionName", name));
        String region =
                profile.find("region")
                        .or(world::region)
                        .or(() -> world.variable("AWS_DEFAULT_REGION"))
                        .orElse("us-east-1");
        return new StsCalls.Role(
                profile.find("role_arn").orElse(""), profile.words(), region, options);
    }

    private Lookup source(Profile profile, AwsProfiles profiles, Set<String> begun)
            throws InterruptedException {
        Optional<String> other = profile.find("source_profile");
        if (other.isPresent()) {
            return other.get().equals(profile.name())
                    ? held(profile, profiles, true)
                    : look(other.get(), profiles, begun);
        }
        return switch (profile.find("credential_source").orElse("")) {
            case "Environment" -> new EnvironmentSource(world).look();
            case "EcsContainer" -> new ContainerSource(world, calls).look();
            case "Ec2InstanceMetadata" -> new InstanceSource(world, calls).look();
            default -> new Lookup.None();
        };
    }

    /// Credentials by the token of another service that the environment names, as in CI.
    Lookup webIdentity() throws InterruptedException {
        Optional<String> file = world.variable("AWS_WEB_IDENTITY_TOKEN_FILE");
        Optional<String> arn = world.variable("AWS_ROLE_ARN");
        if (file.isEmpty() || arn.isEmpty()) {
            return new Lookup.None();
        }
        Map<String, String> options =
                world.variable("AWS_ROLE_SESSION_NAME")
                        .map(name -> Map.of("RoleSessionName", name))
                        .orElseGet(Map::of);
        var role =
                new StsCalls.Role(
                        arn.get(),
                        "the web identity of the environment",
                        world.region()
                                .or(() -> world.variable("AWS_DEFAULT_REGION"))
                                .orElse("us-east-1"),
                        options);
        return webIdentity(new StsCalls(world, calls, time), role, file.get());
    }

    /// The file is read each time: whoever wrote it writes it again.
    private Lookup webIdentity(StsCalls sts, StsCalls.Role role, String file)
            throws InterruptedException {
        try {
            return sts.assume(role, SmallFile.read(world.file(file)).strip());
        } catch (IOException unreadable) {
            return Lookup.failed(
                    "the token of %s cannot be read: %s"
                            .formatted(role.words(), unreadable.getMessage()),
                    "mend AWS_WEB_IDENTITY_TOKEN_FILE or web_identity_token_file");
        }
    }
}
