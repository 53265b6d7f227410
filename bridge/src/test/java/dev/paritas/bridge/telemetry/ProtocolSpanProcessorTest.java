package dev.paritas.bridge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.InputException;
import dev.paritas.bridge.ProtocolMonitor;
import dev.paritas.bridge.Violation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Spans of the real SDK, as a service makes them (docs/conform.md). */
class ProtocolSpanProcessorTest {
    private static final Choreography ORDER = Choreography.parse(
            "protocol P =\n  roles Buyer, Seller\n\n  Buyer -> Seller : Order\n  Seller -> Buyer : Bill\n");

    private final Queue<Violation> told = new ConcurrentLinkedQueue<>();
    private final ProtocolMonitor monitor = ProtocolMonitor.observing(ORDER, told::add);

    private static SdkTracerProvider provider(ProtocolSpanProcessor processor, Resource resource) {
        return SdkTracerProvider.builder()
                .addSpanProcessor(processor)
                .setResource(resource)
                .build();
    }

    private static SpanBuilder span(
            Tracer tracer, String session, String role, String action, String peer, String label) {
        return tracer.spanBuilder(action)
                .setAttribute("paritas.session", session)
                .setAttribute("paritas.role", role)
                .setAttribute("paritas.action", action)
                .setAttribute("paritas.peer", peer)
                .setAttribute("paritas.label", label);
    }

    @Test
    void spans_are_judged_when_they_start_however_they_end() {
        ProtocolSpanProcessor processor = new ProtocolSpanProcessor(monitor);
        try (SdkTracerProvider provider = provider(processor, Resource.empty())) {
            Tracer tracer = provider.get("shop");
            Span sends = span(tracer, "s", "Buyer", "send", "Seller", "Order").startSpan();
            Span takes =
                    span(tracer, "s", "Seller", "receive", "Buyer", "Order").startSpan();
            Span bills = span(tracer, "s", "Seller", "choose", "Buyer", "Bill").startSpan();
            Span paid = span(tracer, "s", "Buyer", "receive", "Seller", "Bill").startSpan();
            assertThat(monitor.complete()).isEqualTo(1);
            List.of(paid, bills, takes, sends).forEach(Span::end);
        }
        assertThat(told).isEmpty();
        assertThat(monitor.complete()).isEqualTo(1);
        assertThat(processor.judged()).isEqualTo(4);
    }

    @Test
    void a_planted_violation_is_told_and_counted() {
        ProtocolSpanProcessor processor = new ProtocolSpanProcessor(monitor);
        try (SdkTracerProvider provider = provider(processor, Resource.empty())) {
            Tracer tracer = provider.get("shop");
            span(tracer, "s", "Buyer", "send", "Seller", "Order").startSpan().end();
            span(tracer, "s", "Buyer", "receive", "Seller", "Bill").startSpan().end();
        }
        assertThat(told).extracting(Violation::session, Violation::code).containsExactly(tuple("s", "NOT_SENT"));
        assertThat(monitor.violated()).isEqualTo(1);
    }

    @Test
    void the_trace_is_the_session_and_attributes_are_found_in_scope_and_resource_as_rules_say() {
        ProtocolMonitor buyer = ProtocolMonitor.observing(ORDER, Set.of("Buyer"), told::add);
        ProtocolSpanProcessor processor =
                new ProtocolSpanProcessor(buyer, List.of("role=service.name", "role:shop-client=Buyer", "label=name"));
        Resource service = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "shop-client"));
        try (SdkTracerProvider provider = provider(processor, service)) {
            Tracer tracer = provider.get("shop");
            Span root = tracer.spanBuilder("Order")
                    .setAttribute("paritas.action", "send")
                    .startSpan();
            tracer.spanBuilder("Bill")
                    .setParent(Context.root().with(root))
                    .setAttribute("paritas.action", "receive")
                    .setAttribute("paritas.peer", "Seller")
                    .startSpan()
                    .end();
            root.end();
        }
        assertThat(told).isEmpty();
        assertThat(buyer.complete()).isEqualTo(1);
        assertThat(processor.judged()).isEqualTo(2);
    }

    @Test
    void foreign_spans_are_passed_over_and_what_cannot_be_judged_is_counted() {
        ProtocolSpanProcessor processor = new ProtocolSpanProcessor(monitor);
        try (SdkTracerProvider provider = provider(processor, Resource.getDefault())) {
            Tracer tracer = provider.get("shop");
            Span foreign =
                    tracer.spanBuilder("GET /").setAttribute("http.status", 200).startSpan();
            foreign.addEvent("paritas", Attributes.of(AttributeKey.stringKey("message"), "x"));
            foreign.addEvent("sent", Attributes.of(AttributeKey.stringKey("paritas.action"), "send"));
            foreign.setAttribute("paritas.action", "send");
            foreign.end();
            span(tracer, "s", "Buyer", "sned", "Seller", "Order").startSpan().end();
            tracer.spanBuilder("x")
                    .setAttribute("paritas.action", "end")
                    .startSpan()
                    .end();
            tracer.spanBuilder("x")
                    .setAttribute("paritas.action", true)
                    .startSpan()
                    .end();
        }
        assertThat(processor.judged()).isZero();
        assertThat(processor.unreadable()).as("an unknown action, and no role").isEqualTo(2);
        assertThat(processor.tooLate()).isEqualTo(1);
        assertThat(processor.failures()).isZero();
        assertThat(monitor.open()).isZero();
    }

    @Test
    void nothing_is_thrown_into_the_program() {
        ProtocolSpanProcessor careless = new ProtocolSpanProcessor(ProtocolMonitor.observing(ORDER, violation -> {
            throw new IllegalStateException("the listener's own mistake");
        }));
        ProtocolSpanProcessor enforcing = new ProtocolSpanProcessor(ProtocolMonitor.enforcing(ORDER));
        for (ProtocolSpanProcessor processor : List.of(careless, enforcing)) {
            try (SdkTracerProvider provider = provider(processor, Resource.empty())) {
                span(provider.get("shop"), "s", "Carrier", "send", "Seller", "Order")
                        .startSpan()
                        .end();
            }
            assertThat(processor.failures()).isEqualTo(1);
        }
    }

    @Test
    void a_rule_that_is_none_is_refused_and_so_is_a_role_of_another_protocol() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProtocolSpanProcessor(monitor, List.of("rolle=x")))
                .withMessageContaining("rolle");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ProtocolMonitor.observing(ORDER, Set.of("Carrier"), told::add))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("UNKNOWN_ROLE"));
    }

    @Test
    void threads_that_hand_messages_to_each_other_are_never_blamed() throws Exception {
        ProtocolSpanProcessor processor = new ProtocolSpanProcessor(monitor);
        int sessions = 500;
        LinkedBlockingQueue<String> orders = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<String> bills = new LinkedBlockingQueue<>();
        try (SdkTracerProvider provider = provider(processor, Resource.empty());
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Tracer tracer = provider.get("shop");
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int from = i * sessions;
                running.add(threads.submit(() -> {
                    for (int n = from; n < from + sessions; n++) {
                        String session = "s" + n;
                        Span span = span(tracer, session, "Buyer", "send", "Seller", "Order")
                                .startSpan();
                        orders.add(session);
                        span.end();
                    }
                }));
                running.add(threads.submit(() -> {
                    for (int n = 0; n < sessions; n++) {
                        String session = orders.take();
                        Span taken = span(tracer, session, "Seller", "receive", "Buyer", "Order")
                                .startSpan();
                        span(tracer, session, "Seller", "send", "Buyer", "Bill").startSpan();
                        bills.add(session);
                        taken.end();
                    }
                    return null;
                }));
                running.add(threads.submit(() -> {
                    for (int n = 0; n < sessions; n++) {
                        span(tracer, bills.take(), "Buyer", "receive", "Seller", "Bill")
                                .startSpan()
                                .end();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(told).isEmpty();
        assertThat(monitor.complete()).isEqualTo(2L * sessions);
        assertThat(processor.judged()).isEqualTo(8L * sessions);
    }
}
