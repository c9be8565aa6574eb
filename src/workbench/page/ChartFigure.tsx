import { numfmt } from "@univerjs/core";
import type { ReactElement } from "react";
import { type ChartData, paletteColor } from "./chartData";

interface ChartFigureProps {
  readonly data: ChartData;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const TEXT = { fontSize: 11, fill: "#424242" } as const;

const shown = (value: number, format: string): string =>
  format === "General" ? String(Math.round(value * 100) / 100).replace(".", ",") : numfmt.format(format, value);

/** Round number at or above the greatest value. */
function ceiling(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * unit).find((step) => step >= value) ?? value;
}

function clip(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
}

function Bars({ data, plot, maximum }: { readonly data: ChartData; readonly plot: Plot; readonly maximum: number }): ReactElement {
  const horizontal = data.shape === "bar" || data.shape === "stacked-bar";
  const stacked = data.shape === "stacked-bar" || data.shape === "stacked-column";
  const bars = data.series.filter((series) => !series.line);
  const count = Math.max(1, data.categories.length, ...data.series.map(({ values }) => values.length));
  const band = (horizontal ? plot.height : plot.width) / count;
  const thick = (band * 0.7) / (stacked ? 1 : Math.max(1, bars.length));
  return (
    <>
      {Array.from({ length: count }, (_, index) => {
        let base = 0;
        return (
          <g key={index}>
            {bars.map((series, position) => {
              const value = Math.max(0, series.values[index] ?? 0);
              const length = (value / maximum) * (horizontal ? plot.width : plot.height);
              const start = stacked ? base : 0;
              if (stacked) base += length;
              const across = (horizontal ? plot.top : plot.left) + index * band + band * 0.15 + (stacked ? 0 : position * thick);
              return horizontal ? (
                <rect key={series.name} x={plot.left + start} y={across} width={length} height={thick} fill={series.color} />
              ) : (
                <rect
                  key={series.name}
                  x={across}
                  y={plot.top + plot.height - start - length}
                  width={thick}
                  height={length}
                  fill={series.color}
                />
              );
            })}
            {horizontal ? (
              <text {...TEXT} x={plot.left - 6} y={plot.top + index * band + band / 2 + 4} textAnchor="end">
                {clip(data.categories[index] ?? "", Math.floor(plot.left / 6.2))}
              </text>
            ) : (
              <text {...TEXT} x={plot.left + index * band + band / 2} y={plot.top + plot.height + 14} textAnchor="middle">
                {clip(data.categories[index] ?? "", Math.max(3, Math.floor(band / 6)))}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function Lines({ data, plot, maximum }: { readonly data: ChartData; readonly plot: Plot; readonly maximum: number }): ReactElement {
  const lines = data.shape === "line" ? data.series : data.series.filter((series) => series.line);
  const count = Math.max(1, data.categories.length);
  const band = plot.width / count;
  return (
    <>
      {lines.map((series) => (
        <polyline
          key={series.name}
          fill="none"
          stroke={series.color}
          strokeWidth={2}
          points={series.values
            .flatMap((value, index) =>
              value === null ? [] : [`${plot.left + (index + 0.5) * band},${plot.top + plot.height * (1 - value / maximum)}`],
            )
            .join(" ")}
        />
      ))}
      {data.shape === "line" &&
        data.categories.map((category, index) => (
          <text key={index} {...TEXT} x={plot.left + (index + 0.5) * band} y={plot.top + plot.height + 14} textAnchor="middle">
            {clip(category, Math.max(3, Math.floor(band / 6)))}
          </text>
        ))}
    </>
  );
}

function Axis({ data, plot, maximum }: { readonly data: ChartData; readonly plot: Plot; readonly maximum: number }): ReactElement {
  const horizontal = data.shape === "bar" || data.shape === "stacked-bar";
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) =>
        horizontal ? (
          <g key={share}>
            <line
              x1={plot.left + plot.width * share}
              x2={plot.left + plot.width * share}
              y1={plot.top}
              y2={plot.top + plot.height}
              stroke="#E0E0E0"
            />
            <text {...TEXT} x={plot.left + plot.width * share} y={plot.top + plot.height + 14} textAnchor="middle">
              {shown(maximum * share, data.format)}
            </text>
          </g>
        ) : (
          <g key={share}>
            <line
              x1={plot.left}
              x2={plot.left + plot.width}
              y1={plot.top + plot.height * (1 - share)}
              y2={plot.top + plot.height * (1 - share)}
              stroke="#E0E0E0"
            />
            <text {...TEXT} x={plot.left - 6} y={plot.top + plot.height * (1 - share) + 4} textAnchor="end">
              {shown(maximum * share, data.format)}
            </text>
          </g>
        ),
      )}
    </>
  );
}

const onCircle = (x: number, y: number, radius: number, share: number): readonly [number, number] => [
  x + radius * Math.sin(share * 2 * Math.PI),
  y - radius * Math.cos(share * 2 * Math.PI),
];

function Ring({ data, plot }: { readonly data: ChartData; readonly plot: Plot }): ReactElement {
  const values = (data.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const [x, y] = [plot.left + plot.width / 2, plot.top + plot.height / 2];
  const radius = Math.min(plot.width, plot.height) / 2 - 4;
  return (
    <>
      {values.map((value, index) => {
        if (!total || !value) return null;
        const from = values.slice(0, index).reduce((sum, before) => sum + before, 0) / total;
        const share = Math.min(value / total, 0.9999);
        const [x1, y1] = onCircle(x, y, radius, from);
        const [x2, y2] = onCircle(x, y, radius, from + share);
        return (
          <path
            key={index}
            d={`M${x} ${y}L${x1} ${y1}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${x2} ${y2}Z`}
            fill={paletteColor(index)}
          />
        );
      })}
      <circle cx={x} cy={y} r={radius * 0.55} fill="#FFFFFF" />
    </>
  );
}

function Web({ data, plot, maximum }: { readonly data: ChartData; readonly plot: Plot; readonly maximum: number }): ReactElement {
  const [x, y] = [plot.left + plot.width / 2, plot.top + plot.height / 2];
  const radius = Math.min(plot.width, plot.height) / 2 - 16;
  const count = Math.max(3, data.categories.length);
  return (
    <>
      {[0.25, 0.5, 0.75, 1].map((share) => (
        <polygon
          key={share}
          fill="none"
          stroke="#E0E0E0"
          points={Array.from({ length: count }, (_, index) => onCircle(x, y, radius * share, index / count).join(",")).join(" ")}
        />
      ))}
      {data.categories.map((category, index) => {
        const [textX, textY] = onCircle(x, y, radius + 10, index / count);
        return (
          <text key={index} {...TEXT} x={textX} y={textY + 4} textAnchor={Math.abs(textX - x) < 8 ? "middle" : textX > x ? "start" : "end"}>
            {clip(category, 18)}
          </text>
        );
      })}
      {data.series.map((series) => (
        <polygon
          key={series.name}
          fill={series.color}
          fillOpacity={0.15}
          stroke={series.color}
          strokeWidth={2}
          points={series.values
            .map((value, index) => onCircle(x, y, (radius * Math.max(0, value ?? 0)) / maximum, index / count).join(","))
            .join(" ")}
        />
      ))}
    </>
  );
}

/** Draws a chart as SVG. */
export function ChartFigure({ data, width, height }: ChartFigureProps): ReactElement {
  const horizontal = data.shape === "bar" || data.shape === "stacked-bar";
  const legendItems =
    data.shape === "doughnut" ? data.categories.map((name, index) => ({ name, color: paletteColor(index) })) : data.series;
  const plot: Plot = {
    left: horizontal ? Math.min(width * 0.35, 180) : 48,
    top: data.title ? 34 : 12,
    width: Math.max(40, width - (horizontal ? Math.min(width * 0.35, 180) : 48) - 20),
    height: Math.max(30, height - (data.title ? 34 : 12) - (data.legend ? 44 : 24)),
  };
  const stacked = data.shape === "stacked-bar" || data.shape === "stacked-column";
  const sums =
    data.series[0]?.values.map((_, index) => data.series.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0)) ?? [];
  const maximum = ceiling(Math.max(0, ...(stacked ? sums : data.series.flatMap(({ values }) => values.map((value) => value ?? 0)))));
  const round = data.shape === "doughnut" || data.shape === "radar";
  return (
    <svg
      role="img"
      aria-label={data.title}
      width="100%"
      height="100%"
      viewBox={`0 0 ${width} ${height}`}
      style={{ background: "#fff", border: "1px solid #d1d1d1", fontFamily: "Arial, sans-serif" }}
    >
      {data.title && (
        <text x={12} y={22} fontSize={14} fontWeight={700} fill="#242424">
          {clip(data.title, Math.floor(width / 8))}
        </text>
      )}
      {!round && <Axis data={data} plot={plot} maximum={maximum} />}
      {!round && data.shape !== "line" && <Bars data={data} plot={plot} maximum={maximum} />}
      {!round && <Lines data={data} plot={plot} maximum={maximum} />}
      {data.shape === "doughnut" && <Ring data={data} plot={plot} />}
      {data.shape === "radar" && <Web data={data} plot={plot} maximum={maximum} />}
      {data.legend &&
        legendItems.map(({ name, color }, index) => {
          const step = (width - 24) / legendItems.length;
          return (
            <g key={name + index}>
              <rect x={12 + index * step} y={height - 18} width={10} height={10} fill={color} />
              <text {...TEXT} x={26 + index * step} y={height - 9}>
                {clip(name, Math.max(3, Math.floor((step - 18) / 6)))}
              </text>
            </g>
          );
        })}
    </svg>
  );
}
