package kiro.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.auth.KeptRole;

/// The ways to credentials that there are here, in the order in which they are gone, found without asking anybody.
final class Standings {
    private final AwsWorld world;
    private final Clock clock;

    Standings(AwsWorld world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /// Those of the role that is kept come first; what it is taken on with follows.
    List<AwsStanding> all() {
        var all = new ArrayList<AwsStanding>();
        world.kept().role().ifPresent(role -> all.add(ofRole(role)));
        environment().ifPresent(all::add);
        if (world.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()
                && world.variable("AWS_ROLE_ARN").isPresent()) {
            all.add(AwsStanding.of("web identity", "the environment"));
        }
        if (!world.isProfileNamed()) {
            KeptCenterSource.role(world).ifPresent(role -> all.add(ofSignIn(role)));
        }
        profile().ifPresent(all::add);
        if (world.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").isPresent()
                || world.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
            all.add(AwsStanding.of("role", "the container"));
        }
        if (world.isProfileNamed()) {
            KeptCenterSource.role(world).ifPresent(role -> all.add(ofSignIn(role)));
        }
        return List.copyOf(all);
    }

    private AwsStanding ofRole(KeptRole role) {
        AwsStanding standing =
                AwsStanding.of(
                        "role",
                        role.arn()
                                + switch (role.way()) {
                                    case CREDENTIALS -> "";
                                    case GITHUB -> ", by a token of GitHub";
                                    case TOKEN_FILE -> ", by AWS_WEB_IDENTITY_TOKEN_FILE";
                                });
        return role.way() == KeptRole.Way.GITHUB && !GithubToken.isOffered(world)
                ? standing.unusable(
                        "this is no job of GitHub that may ask for a token",
                        "forget it with 'kiro auth logout aws'")
                : standing;
    }

    private Optional<AwsStanding> environment() {
        Optional<String> accessKey = world.variable("AWS_ACCESS_KEY_ID");
        boolean hasSecret = world.variable("AWS_SECRET_ACCESS_KEY").isPresent();
        if (accessKey.isEmpty() && !hasSecret) {
            return Optional.empty();
        }
        AwsStanding keys = AwsStanding.ofKeys("the environment", accessKey.orElse(""));
        return Optional.of(
                accessKey.isPresent() && hasSecret
                        ? keys
                        : keys.unusable(
                                "half of the pair is missing", "set it, or unset the other half"));
    }

    private Optional<AwsStanding> profile() {
        if (!(AwsProfiles.read(world) instanceof AwsProfiles.Reading.Whole(AwsProfiles profiles))) {
            return Optional.of(
                    AwsStanding.of("profile", "AWS's files")
                            .unusable("they cannot be read", "'aws configure list' says more"));
        }
        Optional<Profile> found = profiles.find(world.profileName());
        if (found.isEmpty() || !found.get().hasCredentials()) {
            return world.isProfileNamed()
                    ? Optional.of(
                            AwsStanding.of("profile", "the profile '" + world.profileName() + "'")
                                    .unusable(
                                            found.isEmpty()
                                                    ? "there is no such profile"
                                                    : "it has no credentials",
                                            "choose another by aws.profile"))
                    : Optional.empty();
        }
        return Optional.of(of(found.get(), profiles));
    }

    private AwsStanding of(Profile profile, AwsProfiles profiles) {
        if (profile.has("role_arn")) {
            return AwsStanding.of("role", profile.words());
        }
        if (profile.has("sso_session") || profile.has("sso_start_url")) {
            return SsoSource.role(profile, profiles)
                    .map(this::ofSignIn)
                    .orElseGet(() ->
                            AwsStanding.of("sign-in", profile.words())
                                    .unusable(
                                            "it does not say where, in which account or as which role",
                                            "mend it with 'aws configure sso --profile %s'"
                                                    .formatted(profile.name())));
        }
        return profile.find("aws_access_key_id")
                .map(key -> AwsStanding.ofKeys(profile.words(), key))
                .orElseGet(() -> AwsStanding.of("program", profile.words()));
    }

    private AwsStanding ofSignIn(SsoSource.SsoRole role) {
        return signIn(role.words(), role.place(), role.command());
    }

    /// A sign-in that stands for a person alone.
    Optional<AwsStanding> builderId() {
        return world.kept()
                .builderId()
                .map(CenterPlace::of)
                .map(place -> signIn(place.words(), place, place.command()));
    }

    private AwsStanding signIn(String words, CenterPlace place, String command) {
        Instant now = clock.instant();
        Optional<SsoToken> token = SsoToken.read(SsoToken.file(world.home(), place.key()));
        Optional<Instant> renewed = token.flatMap(each -> each.renewableUntil(now));
        var standing =
                new AwsStanding("sign-in", words, "", token.map(SsoToken::expiry), renewed, "", "");
        String fix = "sign in with '%s'".formatted(command);
        if (token.isEmpty()) {
            return standing.unusable("nobody is signed in", fix);
        }
        return token.get().expiry().isAfter(now) || renewed.isPresent()
                ? new AwsStanding("sign-in", words, "", standing.until(), renewed, "", fix)
                : standing.unusable("it has expired", fix);
    }
}
