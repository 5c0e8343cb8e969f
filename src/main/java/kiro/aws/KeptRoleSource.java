package kiro.aws;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import kiro.auth.KeptRole;
import kiro.text.SmallFile;

/// Credentials of the role that a person signed in to by `kiro auth login --aws-role`.
final class KeptRoleSource {
    private final AwsWorld world;
    private final AwsCalls calls;
    private final StsCalls sts;
    private final KeptRole role;

    /// @param session the id that the role is tagged with, where it is to be
    KeptRoleSource(
            AwsWorld world,
            AwsCalls calls,
            ServerTime time,
            KeptRole role,
            Optional<String> session) {
        this.world = world;
        this.calls = calls;
        this.sts = new StsCalls(world, calls, time, session);
        this.role = role;
    }

    static String words(KeptRole role) {
        return "the role " + role.arn();
    }

    /// @param base what is found without the role
    Lookup look(CredentialSource base) throws InterruptedException {
        Lookup taken = taken(base);
        return taken instanceof Lookup.Found(AwsCredentials credentials)
                ? new Lookup.Found(credentials.of(words(role)))
                : taken;
    }

    private Lookup taken(CredentialSource base) throws InterruptedException {
        return switch (role.way()) {
            case CREDENTIALS ->
                    switch (base.look()) {
                        case Lookup.Found(AwsCredentials with) ->
                                sts.assume(asked(with.origin()), with);
                        case Lookup.None _ ->
                                Lookup.failed(
                                        "no AWS credentials were found to take on %s with"
                                                .formatted(role.arn()),
                                        "sign in to AWS, or forget the role with 'kiro auth logout aws'");
                        case Lookup.Failed failed -> failed;
                    };
            case GITHUB ->
                    switch (new GithubToken(world, calls).ask()) {
                        case GithubToken.Asked.Given(var token) ->
                                sts.assume(asked("this job of GitHub"), token.reveal());
                        case GithubToken.Asked.Failed failed ->
                                new Lookup.Failed(failed.message(), failed.fix(), failed.mayPass());
                    };
            case TOKEN_FILE -> byFile();
        };
    }

    /// The file is read each time: whoever wrote it writes it again.
    private Lookup byFile() throws InterruptedException {
        Optional<String> file = world.variable("AWS_WEB_IDENTITY_TOKEN_FILE");
        if (file.isEmpty()) {
            return Lookup.failed(
                    "AWS_WEB_IDENTITY_TOKEN_FILE names no token to take on %s with"
                            .formatted(role.arn()),
                    "set it, or forget the role with 'kiro auth logout aws'");
        }
        try {
            return sts.assume(
                    asked("the web identity of the environment"),
                    SmallFile.read(world.file(file.get())).strip());
        } catch (IOException unreadable) {
            return Lookup.failed(
                    "the token of AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: "
                            + unreadable.getMessage(),
                    "mend AWS_WEB_IDENTITY_TOKEN_FILE");
        }
    }

    private StsCalls.Role asked(String who) {
        Optional<String> run =
                world.variable("GITHUB_RUN_ID").filter(id -> id.matches("[0-9]{1,20}"));
        Map<String, String> options =
                world.variable("AWS_ROLE_SESSION_NAME")
                        .or(() -> run.map("kiro-github-"::concat))
                        .map(name -> Map.of("RoleSessionName", name))
                        .orElseGet(Map::of);
        return new StsCalls.Role(role.arn(), who, role.region(), options);
    }
}
