import { colorCount } from './person-color.ts'
import { stripHeight, trackHeight } from './timeline-svg.ts'

/** 24 hues in two strengths. */
const personColors = Array.from({ length: colorCount }, (_, index) => {
  const [hue, strong] = [(index % 24) * 15, index >= 24]
  const color = `hsl(${hue} 60% var(--${strong ? 'strong' : 'soft'}))`
  return `.p${index}{stroke:${color};background-color:${color}}`
}).join('')

/** The page's whole style sheet. */
export const reportStyle: string = `:root{color-scheme:light dark;--paper:#fff;--ink:#1c2330;--faint:#59647a;--line:#d5dae3;--panel:#f5f7fa;--link:#0b57a4;--bad:#b3261e;--warn:#8a5300;--good:#1b6e3c;--soft:82%;--strong:70%;--ground:#eef1f6;--change:#0b57a4}
@media (prefers-color-scheme:dark){:root{--paper:#12161d;--ink:#e7ebf2;--faint:#a5b0c2;--line:#343d4c;--panel:#1a202a;--link:#8ec2ff;--bad:#ff9b93;--warn:#f2be6f;--good:#86d9a3;--soft:26%;--strong:36%;--ground:#202734;--change:#8ec2ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main,header.page{max-width:72rem;margin:0 auto;padding:1rem}
a{color:var(--link)}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.25rem;margin:2rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.4rem 0}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:2}
nav ul,.tiles,.legend,.plain{list-style:none;margin:0;padding:0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:1rem 0}
.tiles li{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.75rem}
.tiles b{display:block;font-size:1.4rem;line-height:1.3}
.faint{color:var(--faint)}.bad{color:var(--bad)}.warn{color:var(--warn)}.good{color:var(--good)}
.tools{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line);padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end}
.tools label{display:block;font-size:.85rem;color:var(--faint)}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--faint);border-radius:.35rem;padding:.3rem .5rem;max-width:100%}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
details.item{border:1px solid var(--line);border-radius:.5rem;margin:.4rem 0;content-visibility:auto;contain-intrinsic-size:auto 3rem}
details.item>summary{cursor:pointer;padding:.5rem .75rem}
details.item>.body{padding:0 .75rem .75rem}
details.item{scroll-margin-top:6rem}details.item:target{border-color:var(--link);box-shadow:0 0 0 2px var(--link)}
.badge{display:inline-block;font-size:.8rem;border:1px solid currentColor;border-radius:1rem;padding:0 .5rem;margin-left:.35rem}
.badge+.faint{margin-left:.35rem}
.wide{overflow-x:auto}.wide>table{min-width:36rem}
.timeline{display:block;min-width:60rem;width:100%;height:auto;font:11px system-ui,sans-serif}
.timeline text{fill:var(--ink)}.timeline .day{fill:var(--faint)}
.timeline .ground{fill:var(--ground)}.timeline .midnight{stroke:var(--line);fill:none}
.timeline .after{stroke-width:${trackHeight - 1}}.timeline .before{stroke-width:${stripHeight - 1};opacity:.65}.timeline .who{pointer-events:none;paint-order:stroke;stroke:var(--paper);stroke-width:2.5px;stroke-linejoin:round}
.timeline .differs,.timeline .changes{pointer-events:none;stroke-width:.75}.timeline .differs{fill:url(#hatch-differs);stroke:var(--bad)}.timeline .changes{fill:url(#hatch-changes);stroke:var(--change)}
.hatch-differs{stroke:var(--bad);stroke-width:2}.hatch-changes{stroke:var(--change);stroke-width:1.5}
.clock-change path{stroke:var(--warn);stroke-width:2;stroke-dasharray:5 3;fill:none}.timeline .clock-change text{fill:var(--warn)}
.legend{display:flex;flex-wrap:wrap;gap:.15rem 1rem;font-size:.9rem;margin:.4rem 0}
.swatch{display:inline-block;width:.9rem;height:.9rem;border-radius:.2rem;margin-right:.35rem;vertical-align:-.1rem;border:1px solid var(--faint)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line);min-width:5.5rem}
th[scope=col]{overflow-wrap:normal}th[scope=row]{min-width:8rem}caption{text-align:left;color:var(--faint);padding:.3rem 0}
code{font:.9em ui-monospace,monospace}
[hidden]{display:none!important}
.defs{position:absolute;width:0;height:0}
${personColors}
@media (max-width:40rem){body{font-size:15px}.tools{position:static}h1{font-size:1.3rem}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#444;--line:#bbb;--panel:#fff;--link:#000;--bad:#900;--warn:#740;--good:#040;--soft:82%;--strong:70%;--ground:#eee;--change:#024}.tools,nav,.skip{display:none}details.item{break-inside:avoid;content-visibility:visible}details.long{break-inside:auto}details.minor>.body{display:none}h2,h3,summary{break-after:avoid}details:not([open]):not(.item){display:none}.timeline,.wide>table{min-width:0}table{font-size:.8rem}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
