package kiro.model.builtin.talk;

import kiro.model.builtin.project.TestStyle;

/// Chooses the words for a project's test client.
public final class Talks {
    private Talks() {}

    public static Talk of(TestStyle style, int bootMajor, Imports imports) {
        return switch (style.client()) {
            case MOCK_MVC ->
                    new MockMvcTalk(imports, bootMajor, style.client("mvc"), style.inherited());
            case WEB_TEST_CLIENT, REST_TEST_CLIENT ->
                    new ClientTalk(imports, style.clientType(), style.client("client"));
            case TEST_REST_TEMPLATE ->
                    new RestTemplateTalk(imports, style.clientType(), style.client("rest"));
        };
    }
}
