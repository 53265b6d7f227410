package dev.paritas.heap.resource;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code resource -> canonical bytes}; there is no way back, the bytes are only hashed (spec 40 §3.2). */
public final class ResourceEncoding {
    /** The version in every prelude. */
    public static final int VERSION = 1;

    private ResourceEncoding() {}

    /**
     * {@return the canonical bytes of {@code resource}}
     *
     * @throws IllegalArgumentException when a text holds a lone surrogate and so has no UTF-8 form
     */
    public static byte[] of(Resource resource) {
        return switch (resource) {
            case Resource.Channel channel -> channel(channel);
            case Resource.Message message -> message(message);
            case Resource.Session(String role, long typeHash) -> {
                byte[] name = utf8(role);
                yield CanonicalBytes.of(Tag.RESOURCE_SESSION, 19L + name.length)
                        .slice(name)
                        .u64(typeHash)
                        .array();
            }
            case Resource.Value(String tag, Bytes data) -> {
                byte[] name = utf8(tag);
                yield CanonicalBytes.of(Tag.RESOURCE_VALUE, 15L + name.length + data.length())
                        .slice(name)
                        .slice(data.toArray())
                        .array();
            }
        };
    }

    private static byte[] channel(Resource.Channel channel) {
        byte[] sender = utf8(channel.sender());
        byte[] receiver = utf8(channel.receiver());
        List<byte[]> queue =
                channel.queue().stream().map(ResourceEncoding::payload).toList();
        long size = 26L + sender.length + receiver.length;
        for (byte[] payload : queue) {
            size += payload.length;
        }
        CanonicalBytes out = CanonicalBytes.of(Tag.RESOURCE_CHANNEL, size)
                .prelude(Tag.CHANNEL_STATE)
                .slice(sender)
                .slice(receiver)
                .u32(queue.size());
        queue.forEach(out::nested);
        return out.array();
    }

    private static byte[] message(Resource.Message message) {
        byte[] source = utf8(message.source());
        byte[] dest = utf8(message.dest());
        byte[] content = payload(message.content());
        return CanonicalBytes.of(Tag.RESOURCE_MESSAGE, 30L + source.length + dest.length + content.length)
                .prelude(Tag.MESSAGE)
                .slice(source)
                .slice(dest)
                .nested(content)
                .u64(message.seqNo())
                .array();
    }

    private static byte[] payload(Resource.Payload payload) {
        byte[] label = utf8(payload.label());
        return CanonicalBytes.of(
                        Tag.PAYLOAD, 15L + label.length + payload.payload().length())
                .slice(label)
                .slice(payload.payload().toArray())
                .array();
    }

    private static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return strictUtf8(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The quick way writes a question mark for half a pair. */
    private static byte[] strictUtf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text holds a lone surrogate and has no UTF-8 form", e);
        }
    }
}
