/// Knowledge over the network: knowledge bases of Amazon Bedrock, and the models that make vectors.
@NullMarked
package kiro.knowledge.remote;

import org.jspecify.annotations.NullMarked;
