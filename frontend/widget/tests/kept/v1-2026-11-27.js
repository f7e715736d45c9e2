"use strict";(()=>{function l(t,e={},n=""){let o=document.createElement(t);return O(o,e),n&&(o.textContent=n),o}function O(t,e){for(let n in e)k(e,n)&&t.setAttribute(n,e[n])}var W=Object.prototype.hasOwnProperty;function k(t,e){return W.call(t,e)}function c(t,e){return typeof t=="object"&&t!==null&&k(t,e)?t[e]:void 0}function a(t,e){let n=c(t,e);return typeof n=="string"?n:""}function m(t,e){let n=c(t,"applications"),o=Number(c(n,"length"));for(let i=0;i<o;i++){let r=c(n,String(i));if(a(r,"kind")===e)return{number:b(a(r,"phone_number"))}}return null}function b(t){return/^\+\d{5,15}$/.test(t)?t:""}function w(t){return t.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/,"$1\xA0$2\xA0$3\xA0$4")}function u(t){return e=>{try{let n=t(e);typeof n?.then=="function"&&n.then(void 0,()=>{})}catch{}}}function y(t,e){try{let n=new CSSStyleSheet;n.replaceSync(e);let o=t.adoptedStyleSheets,i=[];for(let r=0;r<o.length;r++)i[r]=o[r];i[o.length]=n,t.adoptedStyleSheets=i}catch{t.append(l("style",{},e))}}function v(t){return Object.assign(Object.create(null),t)}var A=`:host {
  all: initial !important;
  position: fixed !important;
  right: 16px !important;
  bottom: 16px !important;
  z-index: 2147483647 !important;
  font: 16px/1.5 system-ui, sans-serif !important;
  color-scheme: light !important;
}
:host(.left) { right: auto !important; left: 16px !important; }
:host([hidden]) { display: none !important; }
@media print {
  :host { display: none !important; }
}
[hidden] { display: none !important; }
#launch {
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 8px;
  box-sizing: border-box;
  min-width: 56px;
  height: 56px;
  max-width: calc(100vw - 32px);
  margin: 0 0 0 auto;
  padding: 0 14px;
  border: 1px solid var(--on);
  border-radius: 28px;
  background: var(--color);
  box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
  color: var(--on);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
:host(.left) #launch { margin: 0 auto 0 0; }
#launch:hover { box-shadow: 0 2px 8px rgb(0 0 0 / 0.25), inset 0 0 0 99px rgb(0 0 0 / 0.12); }
#launch[aria-busy] { cursor: progress; }
#launch[aria-busy] svg { opacity: 0.5; }
#launch span { padding-right: 6px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
svg { display: block; flex: none; width: 26px; height: 26px; fill: currentColor; }
:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
#panel {
  display: flex;
  flex-direction: column;
  box-sizing: border-box;
  width: min(360px, calc(100vw - 32px));
  max-height: calc(100vh - 112px);
  max-height: calc(100dvh - 112px);
  margin-bottom: 12px;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid #d1d5db;
  border-radius: 8px;
  background: #fff;
  box-shadow: 0 4px 24px rgb(0 0 0 / 0.2);
  color: #111827;
}
#panel:focus { outline: none; }
#panel > p { margin: 16px; }
#panel a { color: #1d4ed8; }
@media (max-width: 480px) {
  #panel { max-height: calc(100vh - 32px); max-height: calc(100dvh - 32px); margin: 0; width: calc(100vw - 32px); }
  #panel:not([hidden], .bare) ~ #launch { display: none; }
}
`;var M="gangway-widget",q="M12 3C6.5 3 2 6.8 2 11.5c0 2.1.9 4 2.4 5.5L3 21.5l5.2-1.8c1.2.4 2.5.6 3.8.6 5.5 0 10-3.8 10-8.6S17.5 3 12 3z",I=20;function f(){return document.querySelector(M)!==null}function C(t,e){let n=document.createElement(M),o=n.attachShadow({mode:"open"});y(o,A),y(o,`:host{--color:${e.color} !important;--on:${e.textColor} !important}`),e.left&&(n.className="left");let i=l("div",{id:"panel",role:"dialog","aria-label":e.companyName,tabindex:"-1"});i.hidden=!0;let r=l("button",{id:"launch",type:"button","aria-label":U(e),"aria-haspopup":"dialog","aria-controls":"panel","aria-expanded":"false"});r.append(K()),e.label&&r.append(l("span",{},e.label));let g=e,p=!1,d=null,E=0,h=null,x=()=>{p=!1,i.hidden=!0,r.setAttribute("aria-expanded","false"),r.focus(),h?.(),h=null},R=async()=>{p=!0,d||await B(),p&&(i.hidden=!1,r.setAttribute("aria-expanded","true"),d?d.opened():i.focus())},B=async()=>{r.setAttribute("aria-busy","true");let s=E++?`?${E}`:"";try{let{fill:H}=await import(`${t.origin}/widget/v1-panel.js${s}`);i.textContent=i.className="",d=H({...t,root:o,panel:i,settings:g.settings,close:x})}catch{i.textContent="",z(i,g)}r.removeAttribute("aria-busy")};return r.addEventListener("click",u(()=>p?x():R())),o.addEventListener("keydown",u(s=>{s.key!=="Escape"||!p||(s.stopPropagation(),x())})),o.append(i,r),D(n),{show(s){p?h=()=>this.show(s):(n.hidden=!s?.open,g=s??g,d=null)}}}function U({companyName:t,label:e}){return e?`${e}, ${t}`:`Contact ${t}`}function D(t){let e=0,n=()=>{t.isConnected||e++>I||f()||(document.documentElement.append(t),o.observe(document.documentElement,{childList:!0}))},o=new MutationObserver(u(n));o.observe(document,{childList:!0}),n()}function z(t,{settings:e,companyName:n}){t.className="bare",t.append(l("p",{},n));let o=m(e,"call_us_now");o?.number&&t.append($(`tel:${o.number}`,`Call ${w(o.number)}`));let i=b(a(e,"sms_number"));i&&t.append($(`sms:${i}`,`Text ${w(i)}`)),t.append(l("p",{role:"alert"},"This could not be loaded. Close it and try again."))}function $(t,e){let n=l("p");return n.append(l("a",{href:t},e)),n}function K(){let t="http://www.w3.org/2000/svg",e=document.createElementNS(t,"svg");e.setAttribute("viewBox","0 0 24 24"),e.setAttribute("aria-hidden","true");let n=document.createElementNS(t,"path");return n.setAttribute("d",q),e.append(n),e}function L(){let t=document.currentScript??document.querySelector("script[data-application-key]");if(!t?.src)return null;let e=new URL(t.src),n=t.getAttribute("data-application-key")??e.searchParams.get("key");return n?{origin:e.origin,key:n}:null}async function T({origin:t,key:e}){let n=await fetch(`${t}/public/v1/widgets/${encodeURIComponent(e)}`,v({credentials:"omit",headers:v({accept:"application/json"})}));return n.status===200?G(await n.json()):null}function G(t){let e=a(t,"company_name");if(!e)return null;let n=c(t,"style");return{companyName:e,open:m(t,"text_us")!==null||m(t,"call_us_now")!==null||c(t,"soon")===!0,color:P(a(n,"color"),"#1f2937"),textColor:P(a(n,"text_color"),"#ffffff"),left:a(n,"position")==="bottom_left",label:a(n,"button_label"),changesAt:F(t),settings:t}}function P(t,e){return/^#[0-9a-f]{6}$/i.test(t)?t:e}function F(t){let e=Date.parse(a(t,"changes_at"));return e>0?e:null}var S=6e4,V=360*S,J=30*S;function Q(){return document.readyState!=="loading"?Promise.resolve():new Promise(t=>{document.addEventListener("DOMContentLoaded",()=>t(),{once:!0})})}async function X(){let t=L();t&&!f()&&await _(t,null)}async function _(t,e){let n=await T(t);if(await Q(),e)e.show(n);else{if(f())return;n?.open&&(e=C(t,n))}let o=S*(1+Math.random());n?.changesAt&&N(t,e,Math.max(n.changesAt-Date.now(),0)+o)}function N(t,e,n){setTimeout(u(async()=>{try{await _(t,e)}catch{N(t,e,J)}}),Math.min(n,V))}u(X)();})();
