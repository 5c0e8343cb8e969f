/// Models behind OpenAI's Chat Completions, and behind the many servers that speak it: vLLM, llama.cpp, LM Studio, gateways.
@NullMarked
package kiro.model.openai;

import org.jspecify.annotations.NullMarked;
