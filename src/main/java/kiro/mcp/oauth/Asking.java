package kiro.mcp.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// One asking for a code: what nobody else can know of it, and where the answer is to go.
///
/// @param state comes back with the code, which shows that it is the answer to this asking
/// @param verifier shows, when the code is turned into a token, that it is the same who asks
/// @param redirect the place on this machine
record Asking(String state, String verifier, String redirect) {
    private static final int BYTES = 32;

    static Asking at(String redirect, SecureRandom random) {
        return new Asking(random(random), random(random), redirect);
    }

    private static String random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The page at which a person signs in.
    URI page(Authority authority, String client, List<String> scopes, URI server) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", client);
        query.put("redirect_uri", redirect);
        query.put("state", state);
        query.put("code_challenge", challenge());
        query.put("code_challenge_method", "S256");
        query.put("resource", server.toString());
        if (!scopes.isEmpty()) {
            query.put("scope", String.join(" ", scopes));
        }
        String text =
                query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + Web.encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        String page = authority.authorize().toString();
        return URI.create(page + (page.indexOf('?') < 0 ? "?" : "&") + text);
    }

    private String challenge() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
