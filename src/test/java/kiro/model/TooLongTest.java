package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TooLongTest {
    @ParameterizedTest
    @Tag("openai-model#AC-20")
    @CsvSource(
            delimiter = '|',
            value = {
                "Anthropic | prompt is too long: 208310 tokens > 200000 maximum",
                "Anthropic | input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000",
                "Bedrock | Input is too long for requested model.",
                "Bedrock | Input Tokens Exceeded: Number of input tokens exceeds maximum length. Please update the input to try again.",
                "Bedrock | Too many input tokens. Max input tokens: 8192, request input token count: 9000",
                "OpenAI | This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens.",
                "OpenAI | Your input exceeds the context window of this model. Please adjust your input and try again.",
                "vLLM | The decoder prompt (length 9000) is longer than the maximum model length of 4096.",
                "vLLM | You passed 9000 input tokens and requested 10 output tokens. However, the model's context length is only 4096 tokens",
                "SGLang | The input (9000 tokens) is longer than the model's context length (4096 tokens).",
                "llama.cpp | the request exceeds the available context size, try increasing it",
                "LM Studio | Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens",
                "TGI | Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4097. Given: 9000 `inputs` tokens and 20 `max_new_tokens`",
                "Ollama | prompt too long; exceeded max context length by 12 tokens",
                "Gemini | The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
                "xAI | This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
                "GitHub | prompt token count of 70000 exceeds the limit of 64000",
                "LiteLLM | litellm.ContextWindowExceededError: litellm.BadRequestError: no room",
            })
    void the_words_of_each_service_are_known(String service, String message) {
        assertThat(TooLong.says(message)).as(service).isTrue();
    }

    @ParameterizedTest
    @Tag("openai-model#AC-20")
    @ValueSource(
            strings = {
                "Too many tokens, please wait before trying again.",
                "Rate limit reached for model in organization on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000.",
                "max_tokens is too large: 9000. This model supports at most 4096 completion tokens",
                "Invalid 'tools[0].function.name': string too long. Expected a string with maximum length 64",
                "messages: text content blocks must be non-empty",
                "image exceeds 5 MB maximum",
            })
    void what_is_about_something_else_is_not_taken_for_it(String message) {
        assertThat(TooLong.says(message)).isFalse();
    }
}
