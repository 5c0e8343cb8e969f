package kiro.aws;

import java.util.Optional;
import kiro.auth.KeptSignIn;

/// The places to sign in at that are known here: those of AWS's own settings, and the one that was signed in at last.
public final class KnownPlaces {
    private final AwsWorld world;

    public KnownPlaces(AwsWorld world) {
        this.world = world;
    }

    /// The place at an address; with the name that AWS's own tools keep it under, so that all share one sign-in.
    public Optional<CenterPlace> at(String startUrl) {
        return profiles()
                .flatMap(all -> all.sessionAt(startUrl))
                .or(() ->
                        world.kept()
                                .center()
                                .filter(kept -> kept.startUrl().equals(startUrl))
                                .map(CenterPlace::of));
    }

    /// Where a profile signs in; empty for one that does not, or is not there.
    public Optional<CenterPlace> ofProfile(String name) {
        return profiles()
                .flatMap(all -> all.find(name).flatMap(found -> SsoSource.place(found, all)));
    }

    /// Where the profile in force signs in.
    public Optional<CenterPlace> ofProfile() {
        return ofProfile(world.profileName());
    }

    /// A sign-in to be kept.
    public static KeptSignIn kept(
            CenterPlace place, Optional<String> account, Optional<String> role) {
        return new KeptSignIn(place.startUrl(), place.region(), place.session(), account, role);
    }

    private Optional<AwsProfiles> profiles() {
        return AwsProfiles.read(world) instanceof AwsProfiles.Reading.Whole(AwsProfiles profiles)
                ? Optional.of(profiles)
                : Optional.empty();
    }
}
