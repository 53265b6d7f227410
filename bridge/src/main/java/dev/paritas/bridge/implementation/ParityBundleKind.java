package dev.paritas.bridge.implementation;

import dev.paritas.bridge.implementation.Operation.Payload;
import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;

/**
 * A reduced bundle that an executable prints without being asked anything (spec 52 §6, §7).
 *
 * @param peer the runner
 * @param operation asks for the bundle; its question is JSON's null
 */
public record ParityBundleKind<T>(Peer peer, Codec<T> codec, Operation<JsonValue, T> operation) {
    public static final ParityBundleKind<SemanticEffectBundle> EFFECTS = of(Peer.EFFECTS, SemanticEffectBundle.CODEC);

    public static final ParityBundleKind<SearchParityBundle> SEARCH = of(Peer.SEARCH, SearchParityBundle.CODEC);

    private static <T> ParityBundleKind<T> of(Peer peer, Codec<T> codec) {
        return new ParityBundleKind<>(
                peer,
                codec,
                Operation.of(
                        "bundle",
                        Payload.of(JsonValue.CODEC),
                        OneShot.starting(OneShot.Output.STDOUT),
                        Reading.of(codec)));
    }

    /**
     * {@return the bundle of {@code runner}}
     *
     * @throws ImplementationException {@code OTHER_VERSION} and every other code
     */
    public T of(Implementation runner) {
        return runner.ask(operation, JsonValue.NULL).value();
    }
}
