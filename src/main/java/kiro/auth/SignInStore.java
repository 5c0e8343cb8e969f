package kiro.auth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How AWS is signed in to, in the file of what a person is signed in with.
public final class SignInStore {
    private static final String CENTER = "identityCenter";
    private static final String BUILDER_ID = "builderId";
    private static final String ROLE = "role";

    private final CredentialFile file;

    SignInStore(CredentialFile file) {
        this.file = file;
    }

    /// @param home the person's home folder
    public static SignInStore of(Map<String, String> environment, Path home) {
        return new SignInStore(CredentialFile.of(environment, home));
    }

    /// What is kept; what is not understood counts as not there.
    public KeptAws kept() {
        return file.read() instanceof CredentialFile.Reading.Whole(ObjectNode root)
                ? new KeptAws(
                        signIn(root.path(CENTER)),
                        signIn(root.path(BUILDER_ID)),
                        role(root.path(ROLE)))
                : KeptAws.NONE;
    }

    private static Optional<KeptSignIn> signIn(JsonNode node) {
        Optional<String> url = text(node, "startUrl");
        Optional<String> region = text(node, "region");
        return url.isEmpty() || region.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new KeptSignIn(
                                url.get(),
                                region.get(),
                                text(node, "session"),
                                text(node, "account"),
                                text(node, "role")));
    }

    private static Optional<KeptRole> role(JsonNode node) {
        Optional<String> arn = text(node, "arn");
        Optional<String> region = text(node, "region");
        Optional<KeptRole.Way> way =
                Arrays.stream(KeptRole.Way.values())
                        .filter(each -> each.word().equals(node.path("way").asString("")))
                        .findFirst();
        return arn.isEmpty() || region.isEmpty() || way.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeptRole(arn.get(), region.get(), way.get()));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(text -> !text.isBlank());
    }

    public CredentialFile.Change keepCenter(KeptSignIn signIn) throws IOException {
        return file.change(root -> put(root.putObject(CENTER), signIn));
    }

    public CredentialFile.Change keepBuilderId(KeptSignIn signIn) throws IOException {
        return file.change(root -> put(root.putObject(BUILDER_ID), signIn));
    }

    public CredentialFile.Change keepRole(KeptRole role) throws IOException {
        return file.change(root ->
                root.putObject(ROLE)
                        .put("arn", role.arn())
                        .put("region", role.region())
                        .put("way", role.way().word()));
    }

    public CredentialFile.Change forgetCenter() throws IOException {
        return file.change(root -> root.remove(CENTER));
    }

    public CredentialFile.Change forgetBuilderId() throws IOException {
        return file.change(root -> root.remove(BUILDER_ID));
    }

    public CredentialFile.Change forgetRole() throws IOException {
        return file.change(root -> root.remove(ROLE));
    }

    private static void put(ObjectNode node, KeptSignIn signIn) {
        node.put("startUrl", signIn.startUrl()).put("region", signIn.region());
        signIn.session().ifPresent(name -> node.put("session", name));
        signIn.account().ifPresent(id -> node.put("account", id));
        signIn.role().ifPresent(name -> node.put("role", name));
    }
}
